import { Menu } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../lib/session.js';
import { useWorkspace } from '../../lib/workspace.js';
import classes from './shell.module.css';

/** The workspace's name, behind it the others that one belongs to. */
export function WorkspaceMenu() {
  const { t } = useTranslation();
  const { slug, name } = useWorkspace();
  const { memberships } = useMe();
  const navigate = useNavigate();
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <button type="button" className={classes.workspaceButton} aria-label={t('shell.switchFrom', { name })}>
          <bdi className={classes.workspace}>{name}</bdi>
          <IconSelector size={16} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('shell.switchWorkspace')}</Menu.Label>
        {memberships.map(({ workspace }) => (
          <Menu.Item
            key={workspace.id}
            aria-current={workspace.slug === slug || undefined}
            leftSection={
              workspace.slug === slug ? <IconCheck size={16} aria-hidden="true" /> : <span className={classes.noMark} />
            }
            onClick={() => void navigate({ to: '/w/$workspace', params: { workspace: workspace.slug } })}
          >
            <bdi>{workspace.name}</bdi>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
