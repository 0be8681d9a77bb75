import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { StatePanel } from './state-panel.js';

export interface NoAccessProps {
  title: string;
  cause: string;
  /** Who has it, and the words before them. */
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
          <ul>
            {grantedBy.names.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </>
      ) : null}
    </StatePanel>
  );
}
