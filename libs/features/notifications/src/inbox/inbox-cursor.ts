import type { Notification } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';

export type Place = Pick<Notification, 'at' | 'id'>;

/** The inbox is merged over workspaces, newest first: its cursor is the last one shown. */
export const cursorOf = ({ at, id }: Place): string => Buffer.from(JSON.stringify([at, id])).toString('base64url');

/** Throws `invalid_input` for what was no cursor of this list. */
export function placeOf(cursor: string): Place {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [unknown, unknown];
    if (typeof at === 'string' && !Number.isNaN(Date.parse(at)) && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id))
      return { at, id };
  } catch {
    // falls through to the one refusal
  }
  throw new DomainError('invalid_input', {
    errors: [{ path: 'cursor', code: 'invalid', message: 'This cursor does not belong to this list' }],
  });
}
