import { IconFileText } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { IconType } from '../status/looks.js';
import { StatePanel } from './state-panel.js';

export interface EmptyStateProps {
  title: string;
  /** What would fill this list. */
  text: string;
  icon?: IconType;
  /** The way to fill it, for those who may. */
  action?: ReactNode;
  asPage?: boolean | undefined;
}

export function EmptyState({ title, text, icon = IconFileText, action, asPage }: EmptyStateProps) {
  return (
    <StatePanel icon={icon} title={title} actions={action} asPage={asPage}>
      <p>{text}</p>
    </StatePanel>
  );
}
