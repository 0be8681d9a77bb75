import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowDown,
  IconArrowUp,
  IconBan,
  IconChevronsUp,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClockPause,
  IconEye,
  IconFileText,
  IconHourglass,
  IconMinus,
  IconPercentage25,
  IconPercentage75,
  IconProgress,
  IconReplace,
  IconUserQuestion,
} from '@tabler/icons-react';
import type {
  ApprovalState,
  BriefStatus,
  Lifecycle,
  Outcome,
  Priority,
  Rating,
  ResponseVerdict,
  SubmissionState,
  TaskStatus,
  Verdict,
} from '@uptake/contracts';
import type { ComponentType } from 'react';
import type { Tone } from '../theme/palette.js';

export type IconType = ComponentType<{
  size?: number | string;
  stroke?: number | string;
  'aria-hidden'?: boolean | 'true' | 'false';
}>;

/** How a state is shown: tone and icon; the word comes from the catalogue of the one who shows it. */
export interface Look {
  tone: Tone;
  icon: IconType;
}

const look = (tone: Tone, icon: IconType): Look => ({ tone, icon });

export const lifecycleLooks: Record<Lifecycle, Look> = {
  open: look('active', IconCircle),
  closed: look('neutral', IconCircleCheck),
};

export const outcomeLooks: Record<Outcome, Look> = {
  implemented: look('success', IconCircleCheck),
  not_implemented: look('danger', IconCircleX),
  overtaken_by_events: look('neutral', IconClockPause),
  superseded: look('neutral', IconReplace),
  withdrawn: look('neutral', IconArrowBackUp),
  cancelled: look('neutral', IconBan),
};

export const ratingLooks: Record<Rating, Look> = {
  not_started: look('neutral', IconCircleDashed),
  limited: look('attention', IconPercentage25),
  substantial: look('active', IconPercentage75),
  complete: look('success', IconCircleCheck),
};

export const taskStatusLooks: Record<TaskStatus, Look> = {
  todo: look('neutral', IconCircle),
  in_progress: look('active', IconProgress),
  in_approval: look('waiting', IconHourglass),
  changes_requested: look('attention', IconArrowBackUp),
  done: look('success', IconCircleCheck),
  dropped: look('neutral', IconBan),
};

export const approvalStateLooks: Record<ApprovalState, Look> = {
  open: look('waiting', IconHourglass),
  decided: look('success', IconCircleCheck),
  superseded: look('neutral', IconReplace),
  cancelled: look('neutral', IconBan),
  expired: look('danger', IconClockPause),
};

export const verdictLooks: Record<Verdict, Look> = {
  approve: look('success', IconCircleCheck),
  request_changes: look('attention', IconArrowBackUp),
  reject: look('danger', IconCircleX),
  abstain: look('neutral', IconMinus),
};

export const submissionStateLooks: Record<SubmissionState, Look> = {
  in_review: look('waiting', IconHourglass),
  changes_requested: look('attention', IconArrowBackUp),
  approved: look('success', IconCircleCheck),
  rejected: look('danger', IconCircleX),
  withdrawn: look('neutral', IconArrowBackUp),
  cancelled: look('neutral', IconBan),
  expired: look('danger', IconClockPause),
  superseded: look('neutral', IconReplace),
};

export const responseLooks: Record<ResponseVerdict, Look> = {
  accepted: look('success', IconCircleCheck),
  partially_accepted: look('active', IconPercentage75),
  rejected: look('danger', IconCircleX),
  noted: look('neutral', IconEye),
};

export const priorityLooks: Record<Priority, Look> = {
  low: look('neutral', IconArrowDown),
  normal: look('neutral', IconMinus),
  high: look('attention', IconArrowUp),
  urgent: look('danger', IconChevronsUp),
};

export const briefStatusLooks: Record<BriefStatus, Look> = {
  extracting: look('active', IconProgress),
  ready: look('waiting', IconFileText),
  confirmed: look('success', IconCircleCheck),
  failed: look('danger', IconAlertTriangle),
};

/** Nobody has said anything yet: no rating, no response, no owner. */
export const unsetLook: Look = look('neutral', IconUserQuestion);
