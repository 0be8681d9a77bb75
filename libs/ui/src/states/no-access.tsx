import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PersonChip } from '../people/person-chip.js';
import { StatePanel } from './state-panel.js';

export interface NoAccessProps {
  title: string;
  cause: string;
  /** Who can grant it, and the words before their names. */
  grantedBy?: { label: string; names: readonly string[] } | undefined;
  action?: ReactNode;
  asPage?: boolean | undefined;
}

export function NoAccess({ title, cause, grantedBy, action, asPage }: NoAccessProps) {
  return (
    <StatePanel icon={IconLock} title={title} actions={action} role="status" asPage={asPage}>
      <p>{cause}</p>
      {grantedBy && grantedBy.names.length > 0 ? (
        <>
          <p>{grantedBy.label}</p>
          {grantedBy.names.map((name) => (
            <p key={name}>
              <PersonChip name={name} />
            </p>
          ))}
        </>
      ) : null}
    </StatePanel>
  );
}
