import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBan,
  IconCheck,
  IconClockPause,
  IconHourglass,
  IconLock,
  IconPlayerSkipForward,
  IconX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Tone } from '../theme/palette.js';
import type { IconType } from '../status/looks.js';
import classes from './stage-stepper.module.css';

export const stageStates = [
  'waiting',
  'open',
  'blocked',
  'approved',
  'overridden',
  'skipped',
  'changes_requested',
  'rejected',
  'cancelled',
  'expired',
  'superseded',
] as const;
export type StageState = (typeof stageStates)[number];

export interface Stage {
  key: string;
  name: string;
  state: StageState;
  /** The state in the reader's language. */
  word: string;
  /** Who decided or is asked, since when. */
  detail?: ReactNode;
}

const looks: Record<StageState, { tone: Tone; icon: IconType | null }> = {
  waiting: { tone: 'neutral', icon: null },
  open: { tone: 'waiting', icon: IconHourglass },
  blocked: { tone: 'danger', icon: IconLock },
  approved: { tone: 'success', icon: IconCheck },
  overridden: { tone: 'attention', icon: IconArrowForwardUp },
  skipped: { tone: 'neutral', icon: IconPlayerSkipForward },
  changes_requested: { tone: 'attention', icon: IconArrowBackUp },
  rejected: { tone: 'danger', icon: IconX },
  cancelled: { tone: 'neutral', icon: IconBan },
  expired: { tone: 'danger', icon: IconClockPause },
  superseded: { tone: 'neutral', icon: IconBan },
};

/** Where a run stands: its stages in order, those open marked as the current step; several may be open at once. */
export function StageStepper({ label, stages }: { label: string; stages: readonly Stage[] }) {
  return (
    <ol className={classes.stepper} aria-label={label}>
      {stages.map((stage, index) => {
        const { tone, icon: Icon } = looks[stage.state];
        return (
          <li
            key={stage.key}
            className={classes.stage}
            data-tone={tone}
            data-state={stage.state}
            aria-current={stage.state === 'open' ? 'step' : undefined}
          >
            <span className={classes.mark} aria-hidden="true">
              {Icon ? <Icon size={13} stroke={2.5} /> : index + 1}
            </span>
            <span className={classes.words}>
              <span className={classes.name}>{stage.name}</span>
              <span className={classes.word}>{stage.word}</span>
              {stage.detail ? <span className={classes.detail}>{stage.detail}</span> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
