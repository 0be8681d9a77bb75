import type { paths } from '@uptake/api-client';

type Under<P> = P extends `/api/v1${infer Rest}` ? Rest : never;
/** Every path the server has, as its OpenAPI document writes it, under /api/v1. */
export type ApiPath = Under<keyof paths>;
type NamesIn<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

/** `pathTo('/workspaces/{w}/teams/{id}', { w: slug, id })`: a path that the server does have, each value encoded. */
export function pathTo<P extends ApiPath>(
  template: P,
  ...[values]: [NamesIn<P>] extends [never] ? [] : [Record<NamesIn<P>, string | number>]
): string {
  const given = (values ?? {}) as Record<string, string | number>;
  return template.replace(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(given[name] ?? ''));
}
