import { Alert, Button, Group } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconPlayerPlay } from '@tabler/icons-react';
import type { WorkflowVersionView } from '@uptake/contracts';
import { PageHeader, Section } from '@uptake/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { AnchorLink } from '../../../components/links.js';
import { useNamed } from '../../../lib/i18n/use-named.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useDraft } from '../hooks/use-draft.js';
import { stageOf } from '../model/design.js';
import { CanvasFrame } from './canvas-frame.js';
import { DraftConflict } from './draft-conflict.js';
import { DryRunPanel } from './dry-run-panel.js';
import { Outline } from './outline.js';
import { ProblemList } from './problem-list.js';
import { PublishDialog } from './publish-dialog.js';
import { SaveStatus } from './save-status.js';
import { StageEditor } from './stage-editor.js';
import { VersionBadge } from './workflow-badges.js';
import { WorkflowNames } from './workflow-names.js';
import classes from './designer.module.css';

/** One draft on the table: its stages as a picture and as an outline, the chosen one beside them with everything that can be said of it. */
export function Designer({ opened }: { opened: WorkflowVersionView }) {
  const { t } = useTranslation('workflows');
  const { slug } = useWorkspace();
  const named = useNamed();
  const draft = useDraft(slug, opened);
  const { design, problems } = draft;
  const [chosenKey, choose] = useState<string | null>(null);
  const [publishing, publish] = useState(false);
  const [trying, tryOut] = useState(false);
  const chosen = stageOf(design, chosenKey);
  const mayChange = opened.abilities['change'] === true;
  const unpublishable = problems.length > 0 ? { reason: 'has_problems' } : { reason: 'unsaved' };
  const mayPublish =
    opened.abilities['change'] !== true
      ? opened.abilities['change']
      : problems.length === 0 && draft.state === 'saved'
        ? true
        : unpublishable;
  if (!mayChange) return <FixedVersion version={opened} />;
  return (
    <>
      <PageHeader
        title={named(opened.workflow.name)}
        eyebrow={
          <AnchorLink to="/w/$workspace/admin/workflows/$key" params={{ workspace: slug, key: opened.workflow.key }}>
            {t('backToWorkflow')}
          </AnchorLink>
        }
        status={<VersionBadge state="draft" number={opened.number} />}
        description={<SaveStatus draft={draft} />}
        actions={
          <Group gap="xs">
            <Button
              variant="default"
              disabled={!draft.undo}
              leftSection={<IconArrowBackUp size={16} aria-hidden="true" className={classes.mirrored} />}
              onClick={() => draft.undo?.()}
            >
              {t('undo')}
            </Button>
            <Button
              variant="default"
              disabled={!draft.redo}
              leftSection={<IconArrowForwardUp size={16} aria-hidden="true" className={classes.mirrored} />}
              onClick={() => draft.redo?.()}
            >
              {t('redo')}
            </Button>
            <Button
              variant="default"
              aria-pressed={trying}
              leftSection={<IconPlayerPlay size={16} aria-hidden="true" className={classes.mirrored} />}
              onClick={() => tryOut(!trying)}
            >
              {t('dryRun.open')}
            </Button>
            <ActionButton ability={mayPublish} onClick={() => publish(true)}>
              {t('publish')}
            </ActionButton>
          </Group>
        }
      />
      {draft.state === 'conflict' ? <DraftConflict draft={draft} /> : null}
      <CanvasFrame design={design} problems={problems} chosen={chosenKey} onChoose={choose} />
      <div className={classes.table}>
        <div className={classes.side}>
          <Outline draft={draft} chosen={chosenKey} onChoose={choose} />
          <ProblemList problems={problems} design={design} onChoose={choose} />
        </div>
        <div className={classes.editor}>
          {trying ? <DryRunPanel version={opened} draft={draft} onClose={() => tryOut(false)} /> : null}
          {chosen ? (
            <StageEditor key={chosen.key} draft={draft} stage={chosen} />
          ) : (
            <Section title={t('workflowItself')}>
              <WorkflowNames draft={draft} />
              <p className={classes.hint}>{t('chooseStage')}</p>
            </Section>
          )}
        </div>
      </div>
      {publishing ? <PublishDialog version={opened} draft={draft} onClose={() => publish(false)} /> : null}
    </>
  );
}

/** The draft was published meanwhile, or is not this reader's to change. */
function FixedVersion({ version }: { version: WorkflowVersionView }) {
  const { t } = useTranslation('workflows');
  const { slug } = useWorkspace();
  const named = useNamed();
  return (
    <>
      <PageHeader
        title={named(version.workflow.name)}
        status={<VersionBadge state={version.state} number={version.number} />}
      />
      <Alert>{version.state === 'draft' ? t('notYours') : t('publishedAlready')}</Alert>
      <p>
        <AnchorLink to="/w/$workspace/admin/workflows/$key" params={{ workspace: slug, key: version.workflow.key }}>
          {t('backToWorkflow')}
        </AnchorLink>
      </p>
    </>
  );
}
