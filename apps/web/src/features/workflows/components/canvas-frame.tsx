import { useMediaQuery } from '@mantine/hooks';
import type { DraftProblem } from '@uptake/contracts';
import { Suspense, lazy } from 'react';
import type { Design } from '../model/design.js';
import classes from './designer.module.css';

// the drawing library is as large as the first screen: it comes when somebody designs, on a screen wide enough for it
const Canvas = lazy(async () => ({ default: (await import('./canvas.js')).Canvas }));

export interface CanvasFrameProps {
  design: Design;
  problems: readonly DraftProblem[];
  chosen: string | null;
  onChoose: (key: string | null) => void;
}

/** The stages as a picture; on a narrow screen the outline alone says the same. */
export function CanvasFrame(props: CanvasFrameProps) {
  const isWide = useMediaQuery('(min-width: 48em)', undefined, { getInitialValueInEffect: false });
  if (!isWide) return null;
  return (
    <div className={classes.canvas} dir="ltr">
      <Suspense fallback={null}>
        <Canvas {...props} />
      </Suspense>
    </div>
  );
}
