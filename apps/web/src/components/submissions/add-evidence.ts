import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Evidence, EvidenceLink } from '@uptake/contracts';
import { api, path } from '../../lib/api.js';
import { inWorkspace } from '../../lib/query-keys.js';
import { upload } from '../../lib/upload.js';

export interface EvidenceFile {
  file: File;
  onProgress?: (share: number) => void;
}

const uploadEvidence = (slug: string, itemId: string, { file, onProgress }: EvidenceFile) => {
  const form = new FormData();
  // The server reads the fields before the file's bytes.
  form.append('itemId', itemId);
  form.append('file', file, file.name);
  return upload<Evidence>(path`/workspaces/${slug}/evidence`, form, { onProgress });
};

const addLink = (slug: string, link: EvidenceLink) => api.post<Evidence>(path`/workspaces/${slug}/evidence`, link);

/** Evidence of one item: a file with its progress, or a link. */
export function useAddEvidence(slug: string, itemId: string) {
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: inWorkspace(slug, 'evidence') });
  const file = useMutation({ mutationFn: (given: EvidenceFile) => uploadEvidence(slug, itemId, given), onSuccess });
  const link = useMutation({
    mutationFn: (given: Omit<EvidenceLink, 'itemId'>) => addLink(slug, { ...given, itemId }),
    onSuccess,
  });
  return { file, link };
}
