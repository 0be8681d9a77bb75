import {
  IconBook2,
  IconChartBar,
  IconChecklist,
  IconGavel,
  IconInbox,
  IconListCheck,
  IconSettings,
  IconTargetArrow,
} from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import type { Action, Role } from '@uptake/contracts';
import type { IconType } from '@uptake/ui';
import { useWorkspace } from '../../lib/workspace.js';
import { useWaitingCount } from './waiting-count.js';

/** A place in the workspace; `name` is its key under `nav`. */
export interface Place {
  name: 'inbox' | 'myWork' | 'review' | 'recommendations' | 'tasks' | 'briefs' | 'leadership' | 'administration';
  /** Path of its route, as the router names it. */
  to: string;
  icon: IconType;
  /** Keys that go there. */
  combo?: string;
  /** Shown to those who may do one of these; to all without it. */
  needs?: readonly Action[];
  /** Shown to those whom a stage may ask, and to whoever is asked. */
  decides?: readonly Role[];
}

const places: readonly Place[] = [
  { name: 'inbox', to: '/w/$workspace/inbox', icon: IconInbox, combo: 'KeyG KeyI' },
  { name: 'myWork', to: '/w/$workspace/my-work', icon: IconChecklist, combo: 'KeyG KeyW' },
  {
    name: 'review',
    to: '/w/$workspace/review',
    icon: IconGavel,
    combo: 'KeyG KeyV',
    decides: ['reviewer', 'manager'],
  },
  { name: 'recommendations', to: '/w/$workspace/recommendations', icon: IconTargetArrow, combo: 'KeyG KeyR' },
  { name: 'tasks', to: '/w/$workspace/tasks', icon: IconListCheck, combo: 'KeyG KeyT' },
  { name: 'briefs', to: '/w/$workspace/briefs', icon: IconBook2, combo: 'KeyG KeyB', needs: ['briefs.read'] },
  {
    name: 'leadership',
    to: '/w/$workspace/leadership',
    icon: IconChartBar,
    combo: 'KeyG KeyL',
    needs: ['rollups.read'],
  },
  {
    name: 'administration',
    to: '/w/$workspace/admin',
    icon: IconSettings,
    combo: 'KeyG KeyA',
    needs: ['members.change', 'invitations.read', 'audit.read', 'mail.read'],
  },
];

/** Places this member may go to; a place joins the navigation with its route. */
export function usePlaces(): readonly Place[] {
  const { can, membership } = useWorkspace();
  const asked = useWaitingCount() > 0;
  const { routesByPath } = useRouter();
  return places.filter(
    (place) =>
      (place.to in routesByPath || `${place.to}/` in routesByPath) &&
      (!place.needs || place.needs.some(can)) &&
      (!place.decides || asked || place.decides.some((role) => membership.roles.includes(role))),
  );
}

/** Address of a place in a workspace. */
export const addressOf = (place: Place, slug: string): string =>
  place.to.replace('$workspace', encodeURIComponent(slug));
