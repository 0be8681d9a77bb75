import { Button, Group } from '@mantine/core';
import type { Workflow } from '@uptake/contracts';
import { Section } from '@uptake/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MemberName } from '../../../components/member.js';
import { MembersSelect } from '../../../components/fields/members-select.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useEntrustWorkflow } from '../api/change-workflows.js';
import classes from './workflows.module.css';

/** Which managers may change this workflow beside the administrators, who say so. */
export function EntrustSection({ workflow }: { workflow: Workflow }) {
  const { t } = useTranslation(['workflows', 'common']);
  const { slug } = useWorkspace();
  const textOf = useProblemText();
  const entrust = useEntrustWorkflow(slug, workflow.id);
  const [memberIds, choose] = useState(workflow.designers.map(({ id }) => id));
  const mayEntrust = workflow.abilities['entrust'] === true;
  return (
    <Section title={t('entrusted')}>
      <p className={classes.quiet}>{t('entrustedText')}</p>
      {mayEntrust ? (
        <Group align="end" gap="sm">
          <MembersSelect
            label={t('entrustedTo')}
            className={classes.grows}
            value={memberIds}
            onChange={choose}
            error={entrust.error ? textOf(entrust.error) : undefined}
          />
          <Button
            variant="default"
            loading={entrust.isPending}
            onClick={() => entrust.mutate(memberIds, { onSuccess: () => notify.done(t('common:states.saved')) })}
          >
            {t('common:actions.save')}
          </Button>
        </Group>
      ) : (
        <span className={classes.people}>
          {workflow.designers.length === 0 ? t('common:states.nobody') : null}
          {workflow.designers.map((member) => (
            <MemberName key={member.id} member={member} />
          ))}
        </span>
      )}
    </Section>
  );
}
