import { AppShell, Burger } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { PersonChip } from '@uptake/ui';
import { Suspense, lazy, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveState, useLiveStream } from '../../lib/live.js';
import { useMe } from '../../lib/session.js';
import { useWorkspace } from '../../lib/workspace.js';
import { NotificationBell } from './notification-bell.js';
import { Palette } from './palette.js';
import { SearchButton } from './search-button.js';
import { SideNavigation } from './side-navigation.js';
import { useArrival } from './use-arrival.js';
import { useShellKeys } from './use-shell-keys.js';
import { WorkspaceSwitcher } from './workspace-switcher.js';
import classes from './shell.module.css';

// What opens at a press comes after the first screen.
const UserMenu = lazy(async () => ({ default: (await import('./user-menu.js')).UserMenu }));
const KeyList = lazy(async () => ({ default: (await import('./key-list.js')).KeyList }));

/** Everything around a screen of a workspace; the screen itself comes as `children`. */
export function WorkspaceFrame({ children, onSignOut }: { children: ReactNode; onSignOut: () => void }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const [menuOpen, menu] = useDisclosure(false);
  const [keysOpen, keys] = useDisclosure(false);
  useLiveStream(slug);
  useShellKeys(keys.open);
  useArrival('content');

  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !menuOpen } }}
      padding={{ base: 'sm', sm: 'lg' }}
      transitionDuration={0}
    >
      <a href="#content" className={classes.skip}>
        {t('nav.skip')}
      </a>
      <AppShell.Header className={classes.header}>
        <Burger
          opened={menuOpen}
          onClick={menu.toggle}
          hiddenFrom="sm"
          size="sm"
          aria-label={menuOpen ? t('nav.close') : t('nav.open')}
        />
        <span className={classes.brand} translate="no">
          {t('product')}
        </span>
        <WorkspaceSwitcher />
        <div className={classes.searchPlace}>
          <SearchButton />
        </div>
        <NotificationBell />
        <Suspense fallback={<UserName />}>
          <UserMenu onSignOut={onSignOut} onShowKeys={keys.open} />
        </Suspense>
      </AppShell.Header>
      <AppShell.Navbar className={classes.navbar}>
        <SideNavigation onNavigate={menu.close} />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
        <ConnectionNotice />
        {children}
      </AppShell.Main>
      <Palette />
      {keysOpen ? (
        <Suspense fallback={null}>
          <KeyList opened onClose={keys.close} />
        </Suspense>
      ) : null}
    </AppShell>
  );
}

/** Where the account's menu will stand. */
function UserName() {
  const { user } = useMe();
  return (
    <span className={classes.userButton}>
      <PersonChip name={user.name} />
    </span>
  );
}

function ConnectionNotice() {
  const { t } = useTranslation();
  const lost = useLiveState() === 'lost';
  return (
    <div role="status">
      {lost ? (
        <p className={classes.lost}>
          <IconPlugConnectedX size={16} aria-hidden="true" />
          {t('shell.connectionLost')}
        </p>
      ) : null}
    </div>
  );
}
