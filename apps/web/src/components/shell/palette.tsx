import { Suspense, lazy } from 'react';

// The first screen does not wait for it.
const load = () => import('./command-palette.js');
const CommandPalette = lazy(async () => ({ default: (await load()).CommandPalette }));

/** The palette's place in the frame. */
export const Palette = () => (
  <Suspense fallback={null}>
    <CommandPalette />
  </Suspense>
);

/** Opens the palette, or closes it where it stands open. */
export const togglePalette = (): void => void load().then(({ spotlight }) => spotlight.toggle());
export const openPalette = (): void => void load().then(({ spotlight }) => spotlight.open());
