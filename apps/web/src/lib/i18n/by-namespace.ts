/** `../../locales/en/tasks.json` -> `tasks`. */
export function byNamespace(files: Record<string, object>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(files).map(([file, texts]) => [file.replace(/^.*\/([^/]+)\.json$/u, '$1'), texts]),
  );
}
