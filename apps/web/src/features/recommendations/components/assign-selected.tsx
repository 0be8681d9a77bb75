import { Alert, List } from '@mantine/core';
import type { BulkResult, RecommendationSummary } from '@uptake/contracts';
import { BulkBar, Reference } from '@uptake/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { DateField } from '../../../components/fields/date-field.js';
import { MemberSelect } from '../../../components/fields/member-select.js';
import { TeamSelect } from '../../../components/fields/team-select.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useAssignInBulk } from '../api/change-recommendation.js';

interface AssignSelectedProps {
  rows: readonly RecommendationSummary[];
  selected: ReadonlySet<string>;
  onClear: () => void;
}

/** Gives the chosen rows an owner or a team and a date; what was refused is said row by row. */
export function AssignSelected({ rows, selected, onClear }: AssignSelectedProps) {
  const { t } = useTranslation(['recommendations', 'common']);
  const textOf = useProblemText();
  const { slug } = useWorkspace();
  const assign = useAssignInBulk(slug);
  const [ownerId, setOwner] = useState<string | null>(null);
  const [teamId, setTeam] = useState<string | null>(null);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [refused, setRefused] = useState<BulkResult['results']>([]);
  const run = (): void =>
    assign.mutate(
      {
        ids: [...selected],
        assignment: { ...(ownerId ? { ownerId } : teamId ? { teamId } : {}), ...(dueOn ? { dueOn } : {}) },
      },
      {
        onSuccess: ({ results }) => {
          const failed = results.filter(({ status }) => status >= 400);
          setRefused(failed);
          if (results.length > failed.length)
            notify.done(t('assignedCount', { count: results.length - failed.length }));
          setOwner(null);
          setTeam(null);
          setDueOn(null);
          onClear();
        },
        onError: (error) => notify.failed(textOf(error)),
      },
    );
  const referenceOf = (id: string): string => rows.find((row) => row.id === id)?.reference ?? '';
  return (
    <>
      {refused.length > 0 ? (
        <Alert
          color="red"
          role="alert"
          title={t('notAssigned')}
          withCloseButton
          closeButtonLabel={t('common:actions.close')}
          onClose={() => setRefused([])}
        >
          <List size="sm">
            {refused.map(({ id, code }) => (
              <List.Item key={id}>
                <Reference>{referenceOf(id)}</Reference>{' '}
                {t(`common:problem.${code as 'forbidden'}`, { defaultValue: t('common:problem.internal') })}
              </List.Item>
            ))}
          </List>
        </Alert>
      ) : null}
      {selected.size > 0 ? (
        <BulkBar
          label={t('selectedRecommendations')}
          count={t('common:states.selected', { count: selected.size })}
          clear={{ label: t('common:actions.clearSelection'), run: onClear }}
        >
          <MemberSelect
            size="xs"
            aria-label={t('owner')}
            placeholder={t('owner')}
            value={ownerId}
            onChange={(value) => {
              setOwner(value);
              setTeam(null);
            }}
          />
          <TeamSelect
            size="xs"
            aria-label={t('team')}
            placeholder={t('team')}
            value={teamId}
            onChange={(value) => {
              setTeam(value);
              setOwner(null);
            }}
          />
          <DateField size="xs" aria-label={t('dueOn')} value={dueOn} onChange={setDueOn} />
          <ActionButton
            size="compact-sm"
            ability={ownerId || teamId || dueOn ? true : { reason: 'nothing_chosen' }}
            loading={assign.isPending}
            onClick={run}
          >
            {t('assign')}
          </ActionButton>
        </BulkBar>
      ) : null}
    </>
  );
}
