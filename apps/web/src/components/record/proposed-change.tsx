import type { Outcome, ResponseVerdict, Submission } from '@uptake/contracts';
import { DateText, FactList, WrittenText } from '@uptake/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ResponseBadge } from '../badges.js';

type Asking = Pick<Submission, 'kind' | 'fields'>;

const wordsOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What a submission asks for beside its words: another target date, an outcome, a response. Nothing of an update. */
export function ProposedChange({ submission }: { submission: Asking }) {
  const facts = useProposedFacts(submission);
  return facts.length === 0 ? null : <FactList facts={facts} />;
}

function useProposedFacts({ kind, fields }: Asking): { label: string; value: ReactNode }[] {
  const { t } = useTranslation();
  const { dueOn, outcome, reason, response, part } = fields;
  const written = (label: string, value: unknown) => {
    const words = wordsOf(value);
    return words === null ? [] : [{ label, value: <WrittenText>{words}</WrittenText> }];
  };
  switch (kind) {
    case 'update':
      return [];
    case 'extension':
      return [{ label: t('proposed.dueOn'), value: <DateText value={wordsOf(dueOn) ?? ''} /> }];
    case 'closing':
      return [
        { label: t('proposed.outcome'), value: t(`outcome.${outcome as Outcome}`) },
        ...written(t('proposed.reason'), reason),
      ];
    case 'response':
      return [
        { label: t('proposed.response'), value: <ResponseBadge response={response as ResponseVerdict} /> },
        ...written(t('proposed.part'), part),
      ];
  }
}
