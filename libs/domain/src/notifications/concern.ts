import type { EventEnvelope, NotificationReason } from '@uptake/contracts';

export const channels = ['in_app', 'mail'] as const;
export type Channel = (typeof channels)[number];

/** Why one event concerns one member, and how they are told by default. */
export interface Concern {
  memberId: string;
  reason: NotificationReason;
  channels: readonly Channel[];
  /** Why they are not told after all: it is over. Kept in the ledger, so that whoever asks learns why nothing came. */
  moot?: MootCause;
}
export type MootCause = 'request_closed' | 'delegation_over';

/** Who stands where at the time of telling, not of the event: who has left an item since is told nothing of it. */
export interface AudienceFacts {
  item: {
    ownerId: string | null;
    teamId: string | null;
    teamMemberIds: readonly string[];
    contributorIds: readonly string[];
    /** Of the recommendation above a task; null for a recommendation itself. */
    rootOwnerId: string | null;
  } | null;
  /** The run that the event is about. */
  run: {
    submitterId: string;
    /** Who wrote any of the submission; the submitter is one of them. */
    editorIds: readonly string[];
    /** Whose decision it waits for. */
    askedIds: readonly string[];
  } | null;
  /** The approval request that the event is about. */
  request: {
    memberId: string;
    isOpen: boolean;
    /** Who may answer it for that member now. */
    delegateIds: readonly string[];
  } | null;
  /** Those who hand out work; the administrators where there are none. */
  managerIds: readonly string[];
}

/** Who is concerned by an event of one type and why; one member may come several times. Pure: no rule asks who may read. */
export type AudienceRule = (event: EventEnvelope, facts: AudienceFacts) => Concern[];

const tell =
  (...by: Channel[]) =>
  (reason: NotificationReason, memberIds: ReadonlyArray<string | null | undefined>): Concern[] =>
    memberIds.flatMap((memberId) => (memberId ? [{ memberId, reason, channels: by }] : []));

/** Told in Uptake and by mail: they have to act, or wait for it. */
export const notify = tell('in_app', 'mail');
/** Told in Uptake alone: good to know. */
export const inform = tell('in_app');
