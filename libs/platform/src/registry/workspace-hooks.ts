import type { Role } from '@uptake/contracts';
import type { Transaction } from '@uptake/persistence';

export interface MadeWorkspace {
  id: string;
  /** The member who made it, its first administrator. */
  createdBy: string;
  at: Date;
  correlation: string;
}

/** What a feature needs to stand in every new workspace; runs in the transaction that makes it and inside its context. */
export type WorkspaceCreatedHook = (tx: Transaction, workspace: MadeWorkspace) => Promise<void>;

/** The hooks the app wires, in their order: a `readonly WorkspaceCreatedHook[]`. */
export const WORKSPACE_CREATED = Symbol('WORKSPACE_CREATED');

export interface MemberMove {
  memberId: string;
  /** From none for one who joins. */
  roles: { from: readonly Role[]; to: readonly Role[] };
  active: { from: boolean; to: boolean };
  /** Who changed it; the member themselves on joining. */
  actorId: string;
  at: Date;
  correlation: string;
}

/**
 * What follows elsewhere when a member joins, leaves or changes roles; runs in the transaction that changes the member.
 * Who asks for the workspace's open work must expect a member with none.
 */
export type MemberChangedHook = (tx: Transaction, move: MemberMove) => Promise<void>;

/** The hooks the app wires, in their order: a `readonly MemberChangedHook[]`. */
export const MEMBER_CHANGED = Symbol('MEMBER_CHANGED');

export interface TeamMove {
  teamId: string;
  memberIds: { from: readonly string[]; to: readonly string[] };
  actorId: string;
  at: Date;
  correlation: string;
}

/** What follows elsewhere when people leave or enter a team; runs in the transaction that changes it. */
export type TeamChangedHook = (tx: Transaction, move: TeamMove) => Promise<void>;

/** The hooks the app wires, in their order: a `readonly TeamChangedHook[]`. */
export const TEAM_CHANGED = Symbol('TEAM_CHANGED');
