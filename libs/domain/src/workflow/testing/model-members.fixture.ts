import type { Role } from '@uptake/contracts';

/** Enough people for every quorum and exclusion, some with both roles, one with neither. */
export const memberRoles: Record<string, Role[]> = {
  m0: ['contributor'],
  m1: ['contributor', 'reviewer', 'manager'],
  m2: ['reviewer'],
  m3: ['reviewer', 'manager'],
  m4: ['reviewer'],
  m5: ['manager'],
  m6: ['manager', 'admin'],
};

export function member(index: number): string {
  return Object.keys(memberRoles)[index % 7] ?? 'm0';
}
