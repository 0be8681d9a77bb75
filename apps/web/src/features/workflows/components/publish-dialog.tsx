import { Alert, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { WorkflowVersionView } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../components/form-dialog.js';
import { toProblem } from '../../../lib/api-problem.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { usePublishDraft } from '../api/change-workflows.js';
import { workflowQuery } from '../api/read-workflows.js';
import type { Draft } from '../hooks/use-draft.js';
import { DifferenceList } from './difference-list.js';
import classes from './designer.module.css';

/** Publishes the draft with a word on why, over what it does otherwise than the version it takes the place of. */
export function PublishDialog({
  version,
  draft,
  onClose,
}: {
  version: WorkflowVersionView;
  draft: Draft;
  onClose: () => void;
}) {
  const { t } = useTranslation(['workflows', 'common']);
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const workflow = useQuery(workflowQuery(slug, version.workflow.id)).data;
  const publish = usePublishDraft(slug, version.workflow.id, version.number);
  const form = useForm({
    initialValues: { note: '' },
    validate: { note: (note) => (note.trim() === '' ? t('noteMissing') : null) },
  });
  const replaces = workflow ? workflow.publishedVersion : version.workflow.publishedVersion;
  const isOvertaken = replaces !== version.basedOn;
  const refused = publish.error ? toProblem(publish.error) : null;
  return (
    <FormDialog
      opened
      title={t('publishTitle', { number: version.number })}
      submitLabel={t('publishNow')}
      pending={publish.isPending}
      error={refused}
      onClose={onClose}
      onSubmit={form.onSubmit(({ note }) =>
        publish.mutate(
          { note, version: draft.version(), replaces },
          {
            onSuccess: () => {
              notify.done(t('publishedDone', { number: version.number }));
              void navigate({
                to: '/w/$workspace/admin/workflows/$key',
                params: { workspace: slug, key: version.workflow.key },
              });
            },
          },
        ),
      )}
    >
      {isOvertaken && replaces !== null ? (
        <Alert color="red" variant="light">
          {t('overtaken', { number: replaces })}
        </Alert>
      ) : null}
      {replaces === null ? (
        <p className={classes.hint}>{t('firstVersion')}</p>
      ) : (
        <div>
          <h3 className={classes.partTitle}>{t('difference.with1', { number: replaces })}</h3>
          <DifferenceList version={version} from={replaces} />
        </div>
      )}
      <p className={classes.hint}>{t('publishText')}</p>
      <Textarea
        label={t('note')}
        description={t('noteText')}
        required
        autosize
        minRows={2}
        dir="auto"
        data-autofocus
        maxLength={2000}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  );
}
