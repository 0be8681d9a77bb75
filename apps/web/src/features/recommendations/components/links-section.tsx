import { MultiSelect, Text } from '@mantine/core';
import type { Recommendation, StatementKind } from '@uptake/contracts';
import { Section } from '@uptake/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useLink } from '../api/change-recommendation.js';
import { statementsQuery } from '../api/read-recommendations.js';
import { FormDialog } from '../../../components/form-dialog.js';
import classes from './recommendations.module.css';

/** The issues it addresses and the interests it serves. */
export function LinksSection({ recommendation }: { recommendation: Recommendation }) {
  const { t } = useTranslation(['recommendations', 'common']);
  const [editing, setEditing] = useState(false);
  const linked = [...recommendation.addresses, ...recommendation.serves];
  return (
    <Section
      title={t('links')}
      actions={
        <ActionButton
          ability={recommendation.abilities['link']}
          size="compact-sm"
          variant="default"
          onClick={() => setEditing(true)}
        >
          {t('changeLinks')}
        </ActionButton>
      }
    >
      {linked.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noLinks')}
        </Text>
      ) : (
        <ul className={classes.list} aria-label={t('links')}>
          {linked.map(({ id, kind, text }) => (
            <li key={id} className={classes.statement}>
              <span className={classes.statementKind}>{t(`statement.${kind}`)}</span> <bdi>{text}</bdi>
            </li>
          ))}
        </ul>
      )}
      {editing ? <LinkDialog recommendation={recommendation} onClose={() => setEditing(false)} /> : null}
    </Section>
  );
}

function LinkDialog({ recommendation, onClose }: { recommendation: Recommendation; onClose: () => void }) {
  const { t } = useTranslation(['recommendations', 'common']);
  const { slug } = useWorkspace();
  const statements = useQuery(statementsQuery(slug));
  const link = useLink(slug, recommendation.id);
  const [addresses, setAddresses] = useState(recommendation.addresses.map(({ id }) => id));
  const [serves, setServes] = useState(recommendation.serves.map(({ id }) => id));
  const of = (kind: StatementKind) =>
    (statements.data ?? [])
      .filter((one) => one.kind === kind)
      .map(({ id, text }) => ({ value: id, label: text.slice(0, 140) }));
  return (
    <FormDialog
      opened
      title={t('changeLinks')}
      submitLabel={t('common:actions.save')}
      pending={link.isPending}
      error={link.error ?? statements.error}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        link.mutate({ version: recommendation.version, addresses, serves }, { onSuccess: onClose });
      }}
    >
      <MultiSelect
        label={t('addressesIssues')}
        searchable
        data={of('issue')}
        value={addresses}
        onChange={setAddresses}
        disabled={statements.isPending}
      />
      <MultiSelect
        label={t('servesInterests')}
        searchable
        data={of('interest')}
        value={serves}
        onChange={setServes}
        disabled={statements.isPending}
      />
    </FormDialog>
  );
}
