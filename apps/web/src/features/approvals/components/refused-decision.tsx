import { Alert, Text } from '@mantine/core';
import type { Approval } from '@uptake/contracts';
import { useFormats } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { toProblem } from '../../../lib/api-problem.js';
import { useRefusalText } from '../hooks/use-refusal-text.js';

/** Why a decision was not taken; where somebody was first, who decided what and when. */
export function RefusedDecision({ error }: { error: Error | null }) {
  const { t } = useTranslation(['approvals', 'common']);
  const textOf = useRefusalText();
  const formats = useFormats();
  if (!error) return null;
  const problem = toProblem(error);
  const last = latestDecision(problem.current);
  return (
    <Alert color="red" variant="light" role="alert" mb="md">
      {textOf({ code: problem.code, detail: problem.message })}
      {last ? (
        <Text size="sm" mt="xs">
          {t('wasFirst', {
            name: last.actor.name,
            verdict: t(`common:verdict.${last.verdict}`),
            at: formats.date(last.at, 'dateTime'),
          })}
        </Text>
      ) : null}
    </Alert>
  );
}

function latestDecision(current: unknown): Approval['submission']['run']['decisions'][number] | undefined {
  if (typeof current !== 'object' || current === null || !('submission' in current)) return undefined;
  const { run } = (current as Approval).submission;
  return [...run.decisions].sort((a, b) => (a.at < b.at ? 1 : -1))[0];
}
