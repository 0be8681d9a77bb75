import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { preferences } from '../../lib/preferences.js';
import { renderScreen } from '../../testing/render-screen.js';
import { WorkspaceFrame } from './workspace-frame.js';

class SilentStream extends EventTarget {
  static readonly CLOSED = 2;
  readonly readyState = 1;
  close(): void {}
}

beforeEach(() => {
  Object.assign(globalThis, { EventSource: SilentStream });
  preferences.write('letter-keys', 'on');
});

const frame = (onSignOut = jest.fn()) => (
  <WorkspaceFrame onSignOut={onSignOut}>
    <p>The screen</p>
  </WorkspaceFrame>
);
const answers = { 'GET /notifications': { items: [], nextCursor: null, unread: 3 } };

describe('the frame of a workspace', () => {
  it('says in words how many notifications wait', async () => {
    await renderScreen(frame(), { answers });
    expect(await screen.findByRole('link', { name: 'Notifications, 3 unread' })).toBeInTheDocument();
  });

  it('counts in Arabic as Arabic counts', async () => {
    await renderScreen(frame(), { answers, language: 'ar' });
    expect(await screen.findByRole('link', { name: 'الإشعارات، 3 إشعارات غير مقروءة' })).toBeInTheDocument();
    expect(document.documentElement).toHaveAttribute('dir', 'rtl');
  });

  it('lists its keys at the question mark', async () => {
    await renderScreen(frame(), { answers });
    await screen.findByText('The screen');
    await userEvent.keyboard('{Shift>}[Slash]{/Shift}');
    const list = await screen.findByRole('dialog', { name: 'Keys' });
    expect(within(list).getByText('Search and commands')).toBeInTheDocument();
  });

  it('takes no single letters once they are switched off in the account menu', async () => {
    await renderScreen(frame(), { answers });
    await userEvent.click(await screen.findByRole('button', { name: 'Account of Nadia Karim' }));
    await userEvent.click(await screen.findByRole('menuitemcheckbox', { name: 'Single-letter keys' }));
    expect(screen.getByRole('menuitemcheckbox', { name: 'Single-letter keys' })).toHaveAttribute(
      'aria-checked',
      'false',
    );
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('{Shift>}[Slash]{/Shift}');
    expect(screen.queryByRole('dialog', { name: 'Keys' })).not.toBeInTheDocument();
  });

  it('opens the palette by Ctrl+K and offers the record a reference names', async () => {
    await renderScreen(frame(), { answers });
    await screen.findByText('The screen');
    await userEvent.keyboard('{Control>}[KeyK]{/Control}');
    await userEvent.type(await screen.findByRole('textbox', { name: 'Search and commands' }), 'irq 7');
    expect(await screen.findByText('Open IRQ-07')).toBeInTheDocument();
  });

  it('signs out from the account menu', async () => {
    const signOut = jest.fn();
    await renderScreen(frame(signOut), { answers });
    await userEvent.click(await screen.findByRole('button', { name: 'Account of Nadia Karim' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
    await waitFor(() => expect(signOut).toHaveBeenCalledTimes(1));
  });
});
