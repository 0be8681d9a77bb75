import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Delegation } from '@uptake/contracts';
import { DateText, WrittenText } from '@uptake/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../components/action-button.js';
import { MemberName } from '../../../components/member.js';
import { useProblemText } from '../../../components/use-problem-text.js';
import { useNamed } from '../../../lib/i18n/use-named.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useRevokeDelegation, workflowNamesQuery } from '../api/delegations.js';
import { ProlongDialog } from './prolong-dialog.js';
import classes from './account.module.css';

export function DelegationRow({ delegation }: { delegation: Delegation }) {
  const { t } = useTranslation(['account', 'common']);
  const { slug } = useWorkspace();
  const textOf = useProblemText();
  const revoke = useRevokeDelegation(slug);
  const scope = useScopeText(delegation);
  const [prolonging, prolong] = useState(false);
  const { from, to, state } = delegation;
  const isOver = state === 'ended' || state === 'revoked';
  const end = (): void =>
    revoke.mutate(delegation.id, {
      onSuccess: () => notify.done(t('delegations.revoked', { to: to.name, from: from.name })),
      onError: (error) => notify.failed(textOf(error)),
    });
  return (
    <li className={`${classes.row} ${classes.wraps}`}>
      <div className={classes.words}>
        <Group gap="xs">
          <MemberName member={to} />
          <Text component="span" size="sm">
            {t('delegations.for')}
          </Text>
          <MemberName member={from} />
        </Group>
        <span className={classes.facts}>
          {t(`delegations.state.${state}`)} · <DateText value={delegation.startsAt} format="dateTime" /> –{' '}
          <DateText value={delegation.revokedAt ?? delegation.endsAt} format="dateTime" /> · {scope}
        </span>
        {delegation.reason ? <WrittenText>{delegation.reason}</WrittenText> : null}
      </div>
      {isOver ? null : (
        <Group gap="xs">
          {delegation.abilities['change'] === true ? (
            <ActionButton size="compact-sm" variant="default" ability={true} onClick={() => prolong(true)}>
              {t('delegations.changeEnd')}
            </ActionButton>
          ) : null}
          <ActionButton
            size="compact-sm"
            variant="default"
            ability={delegation.abilities['revoke']}
            loading={revoke.isPending}
            aria-label={t('delegations.revokeOf', { to: to.name, from: from.name })}
            onClick={end}
          >
            {t('delegations.revoke')}
          </ActionButton>
        </Group>
      )}
      {prolonging ? <ProlongDialog delegation={delegation} onClose={() => prolong(false)} /> : null}
    </li>
  );
}

/** What is handed over, in words. */
function useScopeText({ scope }: Delegation): string {
  const { t } = useTranslation('account');
  const { slug } = useWorkspace();
  const named = useNamed();
  const workflows = useQuery({ ...workflowNamesQuery(slug), enabled: scope.workflowKeys !== null });
  if (scope.workflowKeys === null && scope.itemIds === null) return t('delegations.everything');
  const names = scope.workflowKeys?.map((key) => {
    const name = workflows.data?.find((one) => one.key === key)?.name;
    return name ? named(name) : key;
  });
  const references = scope.itemIds && scope.items.map(({ reference }) => reference);
  return [names?.join(', '), references?.join(', ')].filter(Boolean).join(' · ');
}
