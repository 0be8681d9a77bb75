import { IconBook2, IconChartBar, IconChecklist, IconInbox, IconSettings, IconTargetArrow } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import type { Action } from '@uptake/contracts';
import type { IconType } from '@uptake/ui';
import { useWorkspace } from '../../lib/workspace.js';

/** A place in the workspace; `name` is its key under `nav`. */
export interface Place {
  name: 'inbox' | 'myWork' | 'recommendations' | 'briefs' | 'leadership' | 'administration';
  /** Path of its route, as the router names it. */
  to: string;
  icon: IconType;
  /** Keys that go there. */
  combo?: string;
  /** Shown to those who may do one of these; to all without it. */
  needs?: readonly Action[];
}

const places: readonly Place[] = [
  { name: 'inbox', to: '/w/$workspace/inbox', icon: IconInbox, combo: 'KeyG KeyI' },
  { name: 'myWork', to: '/w/$workspace/my-work', icon: IconChecklist, combo: 'KeyG KeyW' },
  { name: 'recommendations', to: '/w/$workspace/recommendations', icon: IconTargetArrow, combo: 'KeyG KeyR' },
  { name: 'briefs', to: '/w/$workspace/briefs', icon: IconBook2, needs: ['briefs.read'] },
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
    needs: ['members.change', 'audit.read', 'mail.read'],
  },
];

/** Places this member may go to; a place joins the navigation with its route. */
export function usePlaces(): readonly Place[] {
  const { can } = useWorkspace();
  const { routesByPath } = useRouter();
  return places.filter(
    (place) => (place.to in routesByPath || `${place.to}/` in routesByPath) && (!place.needs || place.needs.some(can)),
  );
}

/** Address of a place in a workspace. */
export const addressOf = (place: Place, slug: string): string =>
  place.to.replace('$workspace', encodeURIComponent(slug));
