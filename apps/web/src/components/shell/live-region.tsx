import { VisuallyHidden } from '@mantine/core';
import { useEffect, useState } from 'react';
import { onAnnounce } from '../../lib/announce.js';

/** Says what `announce` is given. Emptied first, so that the same words are said twice. */
export function LiveRegion() {
  const [message, setMessage] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = onAnnounce((next) => {
      setMessage('');
      clearTimeout(timer);
      timer = setTimeout(() => setMessage(next), 50);
    });
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, []);
  return (
    <VisuallyHidden role="status" aria-live="polite" dir="auto">
      {message}
    </VisuallyHidden>
  );
}
