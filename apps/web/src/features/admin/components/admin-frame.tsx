import type { Action } from '@uptake/contracts';
import { PageHeader } from '@uptake/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../../../components/links.js';
import { useWorkspace } from '../../../lib/workspace.js';
import classes from './admin.module.css';

const parts: readonly {
  name: 'members' | 'teams' | 'workflows' | 'invitations' | 'mail' | 'audit' | 'workspace';
  needs: Action;
}[] = [
  { name: 'members', needs: 'members.read' },
  { name: 'teams', needs: 'teams.read' },
  { name: 'workflows', needs: 'workflows.read' },
  { name: 'invitations', needs: 'invitations.read' },
  { name: 'mail', needs: 'mail.read' },
  { name: 'audit', needs: 'audit.read' },
  { name: 'workspace', needs: 'workspace.read' },
];

/** The title and the parts of the administration that this member may open. */
export function AdminFrame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('admin');
  const { slug, can } = useWorkspace();
  return (
    <>
      <PageHeader title={t('title')} description={can('members.change') ? undefined : t('readOnly')} />
      <nav className={classes.parts} aria-label={t('parts')}>
        {parts
          .filter(({ needs }) => can(needs))
          .map(({ name }) => (
            <AnchorLink
              key={name}
              className={classes.part}
              to={`/w/$workspace/admin/${name}`}
              params={{ workspace: slug }}
            >
              {t(`part.${name}`)}
            </AnchorLink>
          ))}
      </nav>
      {children}
    </>
  );
}
