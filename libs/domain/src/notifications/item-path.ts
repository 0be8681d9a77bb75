/** The stable path of an item's page in the web, below PUBLIC_URL. */
export const itemPath = (workspaceSlug: string, item: { kind: string; reference: string }): string =>
  `/w/${encodeURIComponent(workspaceSlug)}/${item.kind === 'task' ? 'tasks' : 'recommendations'}/${encodeURIComponent(item.reference)}`;

/** Where one finds what one is told of. */
export const inboxPath = (workspaceSlug: string): string => `/w/${encodeURIComponent(workspaceSlug)}/inbox`;
