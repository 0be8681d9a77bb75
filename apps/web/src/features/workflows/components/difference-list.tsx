import { List } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { WorkflowChange, WorkflowVersionView } from '@uptake/contracts';
import { ListSkeleton } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { QueryState } from '../../../components/query-state.js';
import { useNamed } from '../../../lib/i18n/use-named.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { differenceQuery } from '../api/read-workflows.js';
import { useStageWords } from '../hooks/use-stage-words.js';
import { asDesign } from '../model/design.js';
import classes from './workflows.module.css';

/** What this version does otherwise than another, or than the one it was begun from, in words. */
export function DifferenceList({ version, from }: { version: WorkflowVersionView; from?: number | undefined }) {
  const { t } = useTranslation(['workflows', 'common']);
  const { slug } = useWorkspace();
  const query = useQuery(differenceQuery(slug, version.workflow.id, version.number, from));
  return (
    <QueryState query={query} loading={<ListSkeleton label={t('common:states.loading')} />}>
      {({ changes }) =>
        changes.length === 0 ? (
          <p className={classes.quiet}>{t('difference.none')}</p>
        ) : (
          <Changes changes={changes} version={version} />
        )
      }
    </QueryState>
  );
}

function Changes({ changes, version }: { changes: readonly WorkflowChange[]; version: WorkflowVersionView }) {
  const { t } = useTranslation('workflows');
  const named = useNamed();
  const gone = changes.flatMap((change) => (change.kind === 'stage-removed' ? [change.stage] : []));
  const words = useStageWords([...asDesign(version.definition).stages, ...gone]);
  const place = (after: { key: string } | null) =>
    after ? t('difference.after', { stage: words.nameByKey(after.key) }) : t('difference.first');
  const say = (change: WorkflowChange): string => {
    switch (change.kind) {
      case 'renamed':
        return t('difference.renamed', { from: named(change.from as never), to: named(change.to as never) });
      case 'subjects-changed':
        return t('difference.subjects');
      case 'stage-added':
        return t('difference.added', { stage: words.nameOf(change.stage), place: place(change.after) });
      case 'stage-removed':
        return t('difference.removed', { stage: words.nameOf(change.stage) });
      case 'stage-moved':
        return t('difference.moved', { stage: words.nameOf(change.stage), place: place(change.after) });
      case 'stage-changed':
        return t('difference.changed', {
          stage: words.nameOf(change.stage),
          field: t(`field.${change.field}`),
          from: words.value(change.field, change.from),
          to: words.value(change.field, change.to),
        });
    }
  };
  return (
    <List spacing="xs" className={classes.changes}>
      {changes.map((change, index) => (
        <List.Item key={index}>
          <bdi>{say(change)}</bdi>
        </List.Item>
      ))}
    </List>
  );
}
