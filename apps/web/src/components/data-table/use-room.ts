import { useLayoutEffect, useState, type RefObject } from 'react';

/** The inner width of an element in rem, known before the first paint; infinite where nothing is laid out. */
export function useRoom(element: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(Infinity);
  useLayoutEffect(() => {
    const one = element.current;
    if (!one) return;
    const measure = (): void => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      setRoom(one.clientWidth > 0 ? one.clientWidth / rem : Infinity);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(one);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
