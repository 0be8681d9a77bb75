import { Menu } from '@mantine/core';
import { IconKeyboard, IconLogout, IconUserCog } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { PersonChip } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../lib/session.js';
import { usePreference } from '../../lib/preferences.js';
import { useWorkspace } from '../../lib/workspace.js';
import { AppearanceItems } from './appearance-items.js';
import { LanguageItems } from './language-items.js';
import classes from './shell.module.css';

export interface UserMenuProps {
  onSignOut: () => void;
  onShowKeys: () => void;
}

export function UserMenu({ onSignOut, onShowKeys }: UserMenuProps) {
  const { t } = useTranslation();
  const { user } = useMe();
  const { slug } = useWorkspace();
  const [letterKeys, setLetterKeys] = usePreference('letter-keys');
  const lettersOn = letterKeys !== 'off';
  return (
    <Menu position="bottom-end" withinPortal closeOnItemClick width={260}>
      <Menu.Target>
        <button type="button" className={classes.userButton} aria-label={t('shell.account', { name: user.name })}>
          <PersonChip name={user.name} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <bdi>{user.email}</bdi>
        </Menu.Label>
        <Menu.Item
          component={Link}
          to={'/w/$workspace/account' as '/'}
          params={{ workspace: slug } as never}
          leftSection={<IconUserCog size={16} aria-hidden="true" />}
          closeMenuOnClick
        >
          {t('shell.yourAccount')}
        </Menu.Item>
        <Menu.Divider />
        <LanguageItems />
        <AppearanceItems />
        <Menu.Divider />
        <Menu.CheckboxItem checked={lettersOn} onChange={(on) => setLetterKeys(on ? 'on' : 'off')}>
          {t('shell.letterKeys')}
        </Menu.CheckboxItem>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden="true" />} onClick={onShowKeys}>
          {t('shell.keyList')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} className={classes.turns} aria-hidden="true" />}
          onClick={onSignOut}
        >
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
