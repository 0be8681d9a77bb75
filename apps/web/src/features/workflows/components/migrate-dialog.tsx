import { Alert, Button, Checkbox, Group, Modal, Stack, Textarea } from '@mantine/core';
import type { MigratedRun, WorkflowMigration } from '@uptake/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ItemLink } from '../../../components/item-link.js';
import { QueryState } from '../../../components/query-state.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useMigrateRuns } from '../api/change-workflows.js';
import { migrationQuery } from '../api/read-workflows.js';
import classes from './workflows.module.css';

interface MigrateDialogProps {
  workflowId: string;
  /** The published version that the runs are to stand under. */
  to: number;
  onClose: () => void;
}

/** Run by run, what carrying it over to the published version would do; then those chosen, all of them or none. */
export function MigrateDialog({ workflowId, to, onClose }: MigrateDialogProps) {
  const { t } = useTranslation(['workflows', 'common']);
  const { slug } = useWorkspace();
  const plan = useQuery(migrationQuery(slug, workflowId, to));
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('migrate.title', { number: to })}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <QueryState query={plan} loading={<p role="status">{t('common:states.loading')}</p>}>
        {(found) => <Choice workflowId={workflowId} plan={found} onClose={onClose} />}
      </QueryState>
    </Modal>
  );
}

function Choice({ workflowId, plan, onClose }: { workflowId: string; plan: WorkflowMigration; onClose: () => void }) {
  const { t } = useTranslation(['workflows', 'common']);
  const { slug } = useWorkspace();
  const textOf = useProblemText();
  const ready = plan.runs.filter(({ isReady }) => isReady).map(({ runId }) => runId);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set(ready));
  const [reason, write] = useState('');
  const migrate = useMigrateRuns(slug, workflowId);
  const toggle = (runId: string) => {
    const next = new Set(chosen);
    if (!next.delete(runId)) next.add(runId);
    choose(next);
  };
  return (
    <Stack gap="md">
      <p className={classes.quiet}>{t('migrate.text')}</p>
      {migrate.error ? (
        <Alert color="red" variant="light" role="alert">
          {textOf(migrate.error)}
        </Alert>
      ) : null}
      {plan.runs.length === 0 ? <p>{t('migrate.none')}</p> : null}
      <ul className={classes.list}>
        {plan.runs.map((run) => (
          <PlannedRun key={run.runId} run={run} isChosen={chosen.has(run.runId)} onToggle={() => toggle(run.runId)} />
        ))}
      </ul>
      {plan.hidden > 0 ? <p className={classes.quiet}>{t('migrate.hidden', { number: plan.hidden })}</p> : null}
      <Textarea
        label={t('migrate.reason')}
        required
        autosize
        minRows={2}
        dir="auto"
        value={reason}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common:actions.cancel')}
        </Button>
        <Button
          loading={migrate.isPending}
          disabled={chosen.size === 0 || reason.trim() === ''}
          onClick={() =>
            migrate.mutate(
              { to: plan.to, runIds: [...chosen], dryRun: false, reason },
              {
                onSuccess: ({ ready: moved }) => {
                  notify.done(t('migrate.done', { number: moved }));
                  onClose();
                },
              },
            )
          }
        >
          {t('migrate.now', { number: chosen.size })}
        </Button>
      </Group>
    </Stack>
  );
}

function PlannedRun({ run, isChosen, onToggle }: { run: MigratedRun; isChosen: boolean; onToggle: () => void }) {
  const { t } = useTranslation('workflows');
  const { slug } = useWorkspace();
  const problems = [...run.problems, ...run.decisions.flatMap((decision) => decision.problems)];
  return (
    <li className={classes.version}>
      <span className={classes.versionHead}>
        <Checkbox
          size="md"
          aria-label={t('migrate.choose', { title: run.item.title })}
          checked={isChosen}
          disabled={!run.isReady}
          onChange={onToggle}
        />
        <ItemLink workspace={slug} item={run.item} />
        <span className={classes.quiet}>{t('migrate.from', { number: run.from })}</span>
      </span>
      <span className={classes.quiet}>
        {run.isReady
          ? t(run.askedAnew.length > 0 ? 'migrate.askedAnew' : 'migrate.keeps', { number: run.decisions.length })
          : problems.map(({ code }) => t(`migrate.problem.${code}`)).join(' ')}
      </span>
    </li>
  );
}
