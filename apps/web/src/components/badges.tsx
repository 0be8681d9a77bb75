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
import {
  StatusBadge,
  approvalStateLooks,
  briefStatusLooks,
  lifecycleLooks,
  outcomeLooks,
  priorityLooks,
  ratingLooks,
  responseLooks,
  submissionStateLooks,
  taskStatusLooks,
  unsetLook,
  verdictLooks,
  type StatusBadgeProps,
} from '@uptake/ui';
import { useTranslation } from 'react-i18next';

/** The states of the record as badges with their words; `variant="quiet"` in tables. */
type Variant = Pick<StatusBadgeProps, 'variant'>;

export function TaskStatusBadge({ status, ...variant }: { status: TaskStatus } & Variant) {
  const { t } = useTranslation();
  return <StatusBadge look={taskStatusLooks[status]} word={t(`taskStatus.${status}`)} {...variant} />;
}

/** A closed recommendation shows how it ended. */
export function LifecycleBadge({
  lifecycle,
  outcome,
  ...variant
}: { lifecycle: Lifecycle; outcome?: Outcome | null } & Variant) {
  const { t } = useTranslation();
  if (lifecycle === 'closed' && outcome)
    return <StatusBadge look={outcomeLooks[outcome]} word={t(`outcome.${outcome}`)} {...variant} />;
  return <StatusBadge look={lifecycleLooks[lifecycle]} word={t(`lifecycle.${lifecycle}`)} {...variant} />;
}

export function RatingBadge({ rating, ...variant }: { rating: Rating | null } & Variant) {
  const { t } = useTranslation();
  return (
    <StatusBadge look={rating ? ratingLooks[rating] : unsetLook} word={t(`rating.${rating ?? 'none'}`)} {...variant} />
  );
}

export function ResponseBadge({ response, ...variant }: { response: ResponseVerdict | null } & Variant) {
  const { t } = useTranslation();
  return (
    <StatusBadge
      look={response ? responseLooks[response] : unsetLook}
      word={t(`response.${response ?? 'none'}`)}
      {...variant}
    />
  );
}

export function ApprovalStateBadge({ state, ...variant }: { state: ApprovalState } & Variant) {
  const { t } = useTranslation();
  return <StatusBadge look={approvalStateLooks[state]} word={t(`approvalState.${state}`)} {...variant} />;
}

export function VerdictBadge({ verdict, ...variant }: { verdict: Verdict } & Variant) {
  const { t } = useTranslation();
  return <StatusBadge look={verdictLooks[verdict]} word={t(`verdict.${verdict}`)} {...variant} />;
}

export function SubmissionStateBadge({ state, ...variant }: { state: SubmissionState } & Variant) {
  const { t } = useTranslation();
  return <StatusBadge look={submissionStateLooks[state]} word={t(`submissionState.${state}`)} {...variant} />;
}

export function PriorityBadge({ priority, ...variant }: { priority: Priority } & Variant) {
  const { t } = useTranslation();
  return <StatusBadge look={priorityLooks[priority]} word={t(`priority.${priority}`)} {...variant} />;
}

export function BriefStatusBadge({ status, ...variant }: { status: BriefStatus } & Variant) {
  const { t } = useTranslation();
  return <StatusBadge look={briefStatusLooks[status]} word={t(`briefStatus.${status}`)} {...variant} />;
}
