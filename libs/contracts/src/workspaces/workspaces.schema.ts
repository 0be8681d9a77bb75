import { z } from 'zod';
import { Abilities, Role } from '../access/access.schema.js';
import {
  CalendarDate,
  EmailAddress,
  Id,
  Instant,
  LanguageTag,
  TimeZone,
  Version,
  line,
} from '../shared/scalars.schema.js';

export const Slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/);

export const Workspace = z
  .object({
    id: Id,
    slug: z.string(),
    name: z.string(),
    version: Version,
    language: LanguageTag,
    timeZone: z.string(),
    workingDays: z.array(z.int().min(1).max(7)),
    holidays: z.array(CalendarDate),
    abilities: Abilities,
  })
  .meta({ id: 'Workspace', description: 'workingDays: ISO weekdays, 1 is Monday' });
export type Workspace = z.infer<typeof Workspace>;

export const WorkspaceCreation = z.strictObject({
  slug: Slug,
  name: line(120),
  timeZone: TimeZone.default('UTC'),
  language: LanguageTag.default('en'),
});
export type WorkspaceCreation = z.infer<typeof WorkspaceCreation>;
export const WorkspaceChange = z.strictObject({
  version: Version,
  name: line(120).optional(),
  language: LanguageTag.optional(),
  timeZone: TimeZone.optional(),
  workingDays: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
  holidays: z.array(CalendarDate).max(400).optional(),
});
export type WorkspaceChange = z.infer<typeof WorkspaceChange>;

export const Member = z
  .object({
    id: Id,
    name: z.string(),
    email: z.string(),
    roles: z.array(Role),
    active: z.boolean(),
    teams: z.array(z.object({ id: Id, name: z.string() })),
    version: Version,
    joinedAt: Instant,
    abilities: Abilities,
  })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof Member>;
export const MemberChange = z.strictObject({
  version: Version,
  roles: z.array(Role).min(1).max(5).optional(),
  active: z.boolean().optional(),
});
export type MemberChange = z.infer<typeof MemberChange>;

export const Team = z
  .object({
    id: Id,
    name: z.string(),
    members: z.array(z.object({ id: Id, name: z.string(), active: z.boolean() })),
    version: Version,
    abilities: Abilities,
  })
  .meta({ id: 'Team' });
export type Team = z.infer<typeof Team>;
export const TeamCreation = z.strictObject({ name: line(120), memberIds: z.array(Id).max(500).default([]) });
export type TeamCreation = z.infer<typeof TeamCreation>;
export const TeamChange = z.strictObject({
  version: Version,
  name: line(120).optional(),
  memberIds: z.array(Id).max(500).optional(),
});
export type TeamChange = z.infer<typeof TeamChange>;

export const Invitation = z
  .object({
    id: Id,
    email: z.string(),
    roles: z.array(Role),
    invitedBy: z.string(),
    createdAt: Instant,
    expiresAt: Instant,
    state: z.enum(['open', 'accepted', 'revoked', 'expired']),
    abilities: Abilities,
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;
export const InvitationCreation = z.strictObject({ email: EmailAddress, roles: z.array(Role).min(1).max(5) });
export type InvitationCreation = z.infer<typeof InvitationCreation>;
