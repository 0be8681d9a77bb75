import {
  approvalStates,
  briefStatuses,
  outcomes,
  priorities,
  ratings,
  responses,
  submissionStates,
  taskStatuses,
  verdicts,
} from '@uptake/contracts';
import { FactList, Section } from '@uptake/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ApprovalStateBadge,
  BriefStatusBadge,
  LifecycleBadge,
  PriorityBadge,
  RatingBadge,
  ResponseBadge,
  SubmissionStateBadge,
  TaskStatusBadge,
  VerdictBadge,
} from '../../../components/badges.js';
import classes from './gallery.module.css';

const Row = ({ children }: { children: ReactNode }) => <span className={classes.row}>{children}</span>;

export function BadgesShown() {
  const { t } = useTranslation('gallery');
  return (
    <Section title={t('badges')}>
      <FactList
        layout="rows"
        facts={[
          {
            label: t('lifecycle'),
            value: (
              <Row>
                <LifecycleBadge lifecycle="open" />
                <LifecycleBadge lifecycle="closed" />
                {outcomes.map((outcome) => (
                  <LifecycleBadge key={outcome} lifecycle="closed" outcome={outcome} />
                ))}
              </Row>
            ),
          },
          {
            label: t('rating'),
            value: (
              <Row>
                {[null, ...ratings].map((rating) => (
                  <RatingBadge key={rating} rating={rating} />
                ))}
              </Row>
            ),
          },
          {
            label: t('taskStatus'),
            value: (
              <Row>
                {taskStatuses.map((status) => (
                  <TaskStatusBadge key={status} status={status} />
                ))}
                {taskStatuses.map((status) => (
                  <TaskStatusBadge key={status} status={status} variant="quiet" />
                ))}
              </Row>
            ),
          },
          {
            label: t('approval'),
            value: (
              <Row>
                {approvalStates.map((state) => (
                  <ApprovalStateBadge key={state} state={state} />
                ))}
                {verdicts.map((verdict) => (
                  <VerdictBadge key={verdict} verdict={verdict} />
                ))}
              </Row>
            ),
          },
          {
            label: t('submission'),
            value: (
              <Row>
                {submissionStates.map((state) => (
                  <SubmissionStateBadge key={state} state={state} />
                ))}
              </Row>
            ),
          },
          {
            label: t('response'),
            value: (
              <Row>
                {[null, ...responses].map((response) => (
                  <ResponseBadge key={response} response={response} />
                ))}
              </Row>
            ),
          },
          {
            label: t('priority'),
            value: (
              <Row>
                {priorities.map((priority) => (
                  <PriorityBadge key={priority} priority={priority} />
                ))}
              </Row>
            ),
          },
          {
            label: t('brief'),
            value: (
              <Row>
                {briefStatuses.map((status) => (
                  <BriefStatusBadge key={status} status={status} />
                ))}
              </Row>
            ),
          },
        ]}
      />
    </Section>
  );
}
