import { VisuallyHidden } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ApprovalSummary, Page } from '@uptake/contracts';
import { useFormats } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { api, path } from '../../lib/api.js';
import { inWorkspace } from '../../lib/query-keys.js';
import { useWorkspace } from '../../lib/workspace.js';

const most = 100;

/** How many decisions wait for this member, up to a page of them; kept true by the live stream. */
const waitingQuery = (slug: string) =>
  queryOptions({
    queryKey: inWorkspace(slug, 'approvals', 'waiting'),
    queryFn: async ({ signal }) => {
      const page = await api.get<Page<ApprovalSummary>>(path`/workspaces/${slug}/approvals`, {
        query: { mine: true, state: 'open', limit: most },
        signal,
      });
      return page.items.length;
    },
  });

export const useWaitingCount = (): number => useQuery(waitingQuery(useWorkspace().slug)).data ?? 0;

export function WaitingCount({ className }: { className?: string | undefined }) {
  const { t } = useTranslation();
  const count = useWaitingCount();
  const formats = useFormats();
  if (count === 0) return null;
  return (
    <span className={className}>
      <span aria-hidden="true">{formats.number(count)}</span>
      <VisuallyHidden component="span">{t('nav.waiting', { count })}</VisuallyHidden>
    </span>
  );
}
