import { Suspense, lazy } from 'react';
import { useMe } from '../../lib/session.js';
import { useWorkspace } from '../../lib/workspace.js';
import classes from './shell.module.css';

const WorkspaceMenu = lazy(async () => ({ default: (await import('./workspace-menu.js')).WorkspaceMenu }));

/** The workspace's name; a menu for those who belong to several. */
export function WorkspaceSwitcher() {
  const { name } = useWorkspace();
  const { memberships } = useMe();
  const alone = <bdi className={classes.workspace}>{name}</bdi>;
  if (memberships.length < 2) return alone;
  return (
    <Suspense fallback={alone}>
      <WorkspaceMenu />
    </Suspense>
  );
}
