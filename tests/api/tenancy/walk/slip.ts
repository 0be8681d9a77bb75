import type { WalkRequest } from './request.js';

/** `?item` -> item; `assignment.contributorIds[]` -> contributorIds; `checklist[].id` -> checklist. */
export const fieldName = (field: string): string =>
  field
    .replace(/\[\]\.id$/, '')
    .replace(/\[\]$/, '')
    .replace(/^\?/, '')
    .split('.')
    .at(-1) ?? field;

/** The request with this id in this field (as `idFieldsOf` names it); into a list it goes beside what is there but the first. */
export function slipInto(request: WalkRequest, field: string, id: string): WalkRequest {
  if (field.startsWith('?')) return { ...request, query: { ...request.query, [field.slice(1)]: id } };
  if (request.upload)
    return { ...request, upload: { ...request.upload, fields: { ...request.upload.fields, [field]: id } } };
  return { ...request, body: place(request.body ?? {}, field.split('.'), id) };
}

function place(body: Record<string, unknown>, [step = '', ...rest]: string[], id: string): Record<string, unknown> {
  const name = step.replace(/\[\]$/, '');
  const present = body[name];
  if (!step.endsWith('[]'))
    return { ...body, [name]: rest.length === 0 ? id : place((present ?? {}) as Record<string, unknown>, rest, id) };
  const list = Array.isArray(present) ? present : [];
  if (rest.length === 0) return { ...body, [name]: [...list.slice(1), id] };
  return {
    ...body,
    [name]: [place((list[0] ?? { text: 'slipped in' }) as Record<string, unknown>, rest, id), ...list.slice(1)],
  };
}
