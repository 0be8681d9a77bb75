import { Alert, Button, List, Select, TextInput } from '@mantine/core';
import { type ApprovalSummary, type BulkDecisionsResult, type Verdict, verdicts } from '@uptake/contracts';
import { BulkBar, Reference } from '@uptake/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reviewAddress, shownReference } from '../../../components/item-address.js';
import { AnchorLink } from '../../../components/links.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useDecideInBulk } from '../api/decide-in-bulk.js';
import { useRefusalText } from '../hooks/use-refusal-text.js';

type Refused = { row: ApprovalSummary; code: string; detail?: string | undefined };

interface DecideSelectedProps {
  rows: readonly ApprovalSummary[];
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
}

/** One verdict for the chosen requests; each is decided for itself, and what was refused is named with what to do about it. */
export function DecideSelected({ rows, selected, onSelect }: DecideSelectedProps) {
  const { t } = useTranslation(['approvals', 'common']);
  const textOf = useProblemText();
  const refusalText = useRefusalText();
  const { slug } = useWorkspace();
  const decide = useDecideInBulk(slug);
  const [verdict, setVerdict] = useState<Verdict>('approve');
  const [reason, setReason] = useState('');
  const [refused, setRefused] = useState<Refused[]>([]);
  const chosen = rows.filter(({ id }) => selected.has(id)).slice(0, 100);
  const run = (): void =>
    decide.mutate(
      {
        decisions: chosen.map((row) => ({
          approvalId: row.id,
          verdict,
          submissionHash: row.submissionHash,
          ...(reason.trim() ? { reason } : {}),
          ...(row.actingFor ? { onBehalfOf: row.actingFor.id } : {}),
        })),
      },
      {
        onSuccess: (answer) => {
          const failed = refusedOf(answer, chosen);
          setRefused(failed);
          if (chosen.length > failed.length) notify.done(t('decidedCount', { count: chosen.length - failed.length }));
          onSelect(new Set());
          setReason('');
        },
        onError: (error) => notify.failed(textOf(error)),
      },
    );
  return (
    <>
      {refused.length > 0 ? (
        <Alert
          color="red"
          role="alert"
          mb="md"
          title={t('notDecided', { count: refused.length })}
          withCloseButton
          closeButtonLabel={t('common:actions.close')}
          onClose={() => setRefused([])}
        >
          <List size="sm">
            {refused.map(({ row, ...problem }) => (
              <List.Item key={row.id}>
                <AnchorLink to={reviewAddress(slug, row.id) as '/'}>
                  <Reference>{shownReference(row.item)}</Reference> <bdi>{row.item.title}</bdi>
                </AnchorLink>
                {': '}
                {refusalText(problem)} {t(adviceFor(problem.code))}
              </List.Item>
            ))}
          </List>
        </Alert>
      ) : null}
      {chosen.length > 0 ? (
        <BulkBar
          label={t('selectedApprovals')}
          count={t('common:states.selected', { count: chosen.length })}
          clear={{ label: t('common:actions.clearSelection'), run: () => onSelect(new Set()) }}
        >
          <Select
            size="xs"
            aria-label={t('verdict')}
            allowDeselect={false}
            data={verdicts.map((one) => ({ value: one, label: t(`act.${one}`) }))}
            value={verdict}
            onChange={(value) => value && setVerdict(value)}
          />
          <TextInput
            size="xs"
            aria-label={t('reason')}
            placeholder={t('reason')}
            dir="auto"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button size="compact-sm" loading={decide.isPending} onClick={run}>
            {t('decide')}
          </Button>
          {decide.isPending ? <span role="status">{t('pending')}</span> : null}
        </BulkBar>
      ) : null}
    </>
  );
}

function refusedOf({ results }: BulkDecisionsResult, chosen: readonly ApprovalSummary[]): Refused[] {
  return results.flatMap(({ approvalId, problem }) => {
    const row = chosen.find(({ id }) => id === approvalId);
    return problem && row ? [{ row, code: problem.code, detail: problem.detail }] : [];
  });
}

/** What can still be done: look alone at what asks for more, let go of what is settled, try what was only busy. */
function adviceFor(code: string) {
  switch (code) {
    case 'reason_required':
    case 'rating_required':
    case 'rating_reason_required':
    case 'signature_required':
    case 'invalid_input':
      return 'advice.alone' as const;
    case 'stale_submission':
      return 'advice.read' as const;
    case 'unavailable':
    case 'internal':
      return 'advice.again' as const;
    default:
      return 'advice.nothing' as const;
  }
}
