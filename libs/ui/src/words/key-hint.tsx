import { Kbd } from '@mantine/core';

/** Keys to press one after another. */
export function KeyHint({ keys }: { keys: readonly string[] }) {
  return (
    <span dir="ltr" style={{ display: 'inline-flex', gap: 4 }}>
      {keys.map((key, index) => (
        <Kbd key={index} size="xs">
          {key}
        </Kbd>
      ))}
    </span>
  );
}
