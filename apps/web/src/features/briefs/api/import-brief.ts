import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { BriefAccepted } from '@uptake/contracts';
import { api, path } from '../../../lib/api.js';
import { inWorkspace } from '../../../lib/query-keys.js';
import { upload } from '../../../lib/upload.js';

export type BriefSource = { text: string; title?: string } | { file: File; onProgress: (share: number) => void };

const importBrief = (slug: string, source: BriefSource) => {
  const to = path`/workspaces/${slug}/briefs`;
  if ('text' in source) return api.post<BriefAccepted>(to, source);
  const form = new FormData();
  form.append('file', source.file, source.file.name);
  return upload<BriefAccepted>(to, form, { onProgress: source.onProgress });
};

export function useImportBrief(slug: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (source: BriefSource) => importBrief(slug, source),
    onSuccess: () => client.invalidateQueries({ queryKey: inWorkspace(slug, 'briefs', 'list') }),
  });
}
