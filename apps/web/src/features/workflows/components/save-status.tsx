import { useTranslation } from 'react-i18next';
import type { Draft } from '../hooks/use-draft.js';

/** Where the last change is: here alone, on its way, kept; said aloud as it changes. */
export function SaveStatus({ draft }: { draft: Draft }) {
  const { t } = useTranslation('workflows');
  return (
    <span role="status" data-save-state={draft.state}>
      {t(`saving.${draft.state}`)}
    </span>
  );
}
