let listener: (message: string) => void = () => undefined;

/** Says something to a screen reader without moving the focus; `LiveRegion` is its mouth. */
export const announce = (message: string): void => listener(message);

export function onAnnounce(next: (message: string) => void): () => void {
  listener = next;
  return () => {
    listener = () => undefined;
  };
}
