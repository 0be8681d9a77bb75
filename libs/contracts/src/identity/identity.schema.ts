import { z } from 'zod';
import { Abilities, Role } from '../access/access.schema.js';
import { EmailAddress, Id, Instant, LanguageTag, TimeZone, line } from '../shared/scalars.schema.js';

export const Credentials = z.strictObject({ email: EmailAddress, password: z.string().min(1).max(1024) });
export type Credentials = z.infer<typeof Credentials>;

export const User = z
  .object({ id: Id, email: z.string(), name: z.string(), language: LanguageTag, timeZone: z.string() })
  .meta({ id: 'User' });
export type User = z.infer<typeof User>;

export const SignedIn = z.object({ user: User, csrfToken: z.string() }).meta({ id: 'SignedIn' });
export type SignedIn = z.infer<typeof SignedIn>;

export const Membership = z
  .object({
    memberId: Id,
    workspace: z.object({ id: Id, slug: z.string(), name: z.string() }),
    roles: z.array(Role),
    abilities: Abilities,
  })
  .meta({ id: 'Membership' });
export type Membership = z.infer<typeof Membership>;

export const Me = z
  .object({ user: User, csrfToken: z.string().nullable(), memberships: z.array(Membership) })
  .meta({ id: 'Me', description: 'csrfToken is null when signed in by a personal token' });
export type Me = z.infer<typeof Me>;

export const ProfileChange = z.strictObject({
  name: line(120).optional(),
  language: LanguageTag.optional(),
  timeZone: TimeZone.optional(),
});
export type ProfileChange = z.infer<typeof ProfileChange>;

export const TokenRequest = z.strictObject({ name: line(80), expiresAt: Instant.nullable().optional() });
export type TokenRequest = z.infer<typeof TokenRequest>;
export const PersonalToken = z
  .object({
    id: Id,
    name: z.string(),
    hint: z.string(),
    createdAt: Instant,
    lastUsedAt: Instant.nullable(),
    expiresAt: Instant.nullable(),
  })
  .meta({ id: 'PersonalToken' });
export type PersonalToken = z.infer<typeof PersonalToken>;
export const IssuedToken = PersonalToken.extend({ token: z.string() }).meta({
  id: 'IssuedToken',
  description: 'token is shown this once',
});
export type IssuedToken = z.infer<typeof IssuedToken>;

export const SessionView = z
  .object({ id: Id, createdAt: Instant, lastSeenAt: Instant, userAgent: z.string(), current: z.boolean() })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof SessionView>;

export const Password = z.string().min(12).max(1024);
export const InvitationAcceptance = z.strictObject({
  token: z.string().min(20).max(200),
  name: line(120).optional(),
  password: Password.optional(),
});
export type InvitationAcceptance = z.infer<typeof InvitationAcceptance>;

/** The token stands behind `#` in the mailed link and travels in bodies only, so that it never reaches a log of addresses. */
export const InvitationLookup = InvitationAcceptance.pick({ token: true });
export type InvitationLookup = z.infer<typeof InvitationLookup>;
export const InvitationPreview = z
  .object({ email: z.string(), workspace: z.object({ slug: z.string(), name: z.string() }), hasPassword: z.boolean() })
  .meta({
    id: 'InvitationPreview',
    description:
      'hasPassword: the address has an account; accept signed in or with its password, else choose a name and a password',
  });
export type InvitationPreview = z.infer<typeof InvitationPreview>;
export const Joined = z
  .object({
    memberId: Id,
    workspace: z.object({ id: Id, slug: z.string(), name: z.string() }),
    user: User,
    csrfToken: z.string().nullable(),
  })
  .meta({ id: 'Joined', description: 'csrfToken is null when accepted by a personal token' });
export type Joined = z.infer<typeof Joined>;

/** Ends every other session of the person. */
export const PasswordChange = z.strictObject({ current: z.string().min(1).max(1024), password: Password });
export type PasswordChange = z.infer<typeof PasswordChange>;
