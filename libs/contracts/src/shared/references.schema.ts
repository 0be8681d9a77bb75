import { z } from 'zod';
import { Id } from './scalars.schema.js';

/** How records name each other inside answers: enough to show and to link, nothing more. */
export const MemberRef = z.object({ id: Id, name: z.string(), active: z.boolean() }).meta({ id: 'MemberRef' });
export type MemberRef = z.infer<typeof MemberRef>;
export const TeamRef = z.object({ id: Id, name: z.string() }).meta({ id: 'TeamRef' });
export type TeamRef = z.infer<typeof TeamRef>;
export const PartyRef = z.object({ id: Id, name: z.string() }).meta({ id: 'PartyRef' });
export type PartyRef = z.infer<typeof PartyRef>;

export const itemKinds = ['recommendation', 'task'] as const;
export const ItemKind = z.enum(itemKinds);
export type ItemKind = z.infer<typeof ItemKind>;

export const ItemRef = z
  .object({ id: Id, kind: ItemKind, reference: z.string(), title: z.string() })
  .meta({ id: 'ItemRef', description: 'reference: IRQ-07 for a recommendation, the number for a task' });
export type ItemRef = z.infer<typeof ItemRef>;

export const visibilities = ['workspace', 'participants', 'confidential'] as const;
export const Visibility = z.enum(visibilities);
export type Visibility = z.infer<typeof Visibility>;
export const priorities = ['low', 'normal', 'high', 'urgent'] as const;
export const Priority = z.enum(priorities);
export type Priority = z.infer<typeof Priority>;
