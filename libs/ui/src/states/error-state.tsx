import { Button, CopyButton } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy, IconRefresh } from '@tabler/icons-react';
import { StatePanel } from './state-panel.js';
import classes from './state-panel.module.css';

export interface ErrorStateProps {
  title: string;
  /** Why, in words that help. */
  cause: string;
  retry?: { label: string; run: () => void } | undefined;
  /** What to quote when asking for help. */
  request?: { id: string; label: string; copy: string; copied: string } | undefined;
  asPage?: boolean | undefined;
}

export function ErrorState({ title, cause, retry, request, asPage }: ErrorStateProps) {
  return (
    <StatePanel
      icon={IconAlertTriangle}
      title={title}
      role="alert"
      asPage={asPage}
      actions={
        retry ? (
          <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden="true" />} onClick={retry.run}>
            {retry.label}
          </Button>
        ) : null
      }
    >
      <p>{cause}</p>
      {request ? (
        <span className={classes.request}>
          <span>
            {request.label} <code dir="ltr">{request.id}</code>
          </span>
          <CopyButton value={request.id}>
            {({ copied, copy }) => (
              <Button
                size="compact-xs"
                variant="subtle"
                leftSection={
                  copied ? <IconCheck size={13} aria-hidden="true" /> : <IconCopy size={13} aria-hidden="true" />
                }
                onClick={copy}
              >
                {copied ? request.copied : request.copy}
              </Button>
            )}
          </CopyButton>
        </span>
      ) : null}
    </StatePanel>
  );
}
