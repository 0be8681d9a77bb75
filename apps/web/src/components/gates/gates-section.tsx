import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Gate, WaitingItem } from '@uptake/contracts';
import { DateText, ListSkeleton, Section } from '@uptake/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '../../lib/notify.js';
import { useWorkspace } from '../../lib/workspace.js';
import { ActionButton } from '../action-button.js';
import { ItemLink } from '../item-link.js';
import { QueryState } from '../query-state.js';
import { useProblemText } from '../use-problem-text.js';
import { type GatedItem, gatesQuery, useGateActs } from './item-gates.js';
import { WaitDialog } from './wait-dialog.js';

/** What an item waits for before its gates open, and what waits for it; what one may not see goes without its name. */
export function GatesSection({ item }: { item: GatedItem }) {
  const { t } = useTranslation(['submissions', 'common']);
  const { slug } = useWorkspace();
  const query = useQuery(gatesQuery(slug, item));
  const [adding, add] = useState(false);
  return (
    <Section
      title={t('gates.title')}
      actions={
        <ActionButton
          ability={query.data?.abilities['change']}
          size="compact-sm"
          variant="default"
          onClick={() => add(true)}
        >
          {t('gates.add')}
        </ActionButton>
      }
    >
      <QueryState query={query} loading={<ListSkeleton label={t('common:states.loading')} rows={1} />}>
        {({ waitsFor, waitedForBy, abilities }) => (
          <Stack gap="sm">
            {waitsFor.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('gates.none')}
              </Text>
            ) : (
              <WaitsFor item={item} gates={waitsFor} mayChange={abilities['change'] === true} />
            )}
            {waitedForBy.length > 0 ? <WaitedForBy waiting={waitedForBy} /> : null}
          </Stack>
        )}
      </QueryState>
      {adding ? <WaitDialog item={item} onClose={() => add(false)} /> : null}
    </Section>
  );
}

const plain = { listStyle: 'none' } as const;

function WaitsFor({ item, gates, mayChange }: { item: GatedItem; gates: readonly Gate[]; mayChange: boolean }) {
  const { t } = useTranslation('submissions');
  const { slug } = useWorkspace();
  const { remove } = useGateActs(slug, item);
  const textOf = useProblemText();
  return (
    <Stack component="ul" gap={4} m={0} p={0} style={plain} aria-label={t('gates.title')}>
      {gates.map((gate) => (
        <li key={gate.id}>
          <Group gap="xs" wrap="nowrap" justify="space-between">
            <Text component="span" size="sm">
              <Waited gate={gate} slug={slug} />{' '}
              {gate.isMet === null ? null : (
                <Text component="span" size="sm" c="dimmed">
                  {t(gate.isMet ? 'gates.met' : 'gates.unmet')}
                </Text>
              )}
            </Text>
            {mayChange ? (
              <ActionIcon
                variant="subtle"
                size="lg"
                aria-label={t('gates.remove', { what: gate.item?.title ?? gate.opensOn ?? t('gates.hidden') })}
                loading={remove.isPending && remove.variables === gate.id}
                onClick={() => remove.mutate(gate.id, { onError: (error) => notify.failed(textOf(error)) })}
              >
                <IconX size={16} />
              </ActionIcon>
            ) : null}
          </Group>
        </li>
      ))}
    </Stack>
  );
}

function Waited({ gate, slug }: { gate: Gate; slug: string }) {
  const { t } = useTranslation('submissions');
  if (gate.kind === 'date')
    return (
      <>
        {t('gates.until')} {gate.opensOn ? <DateText value={gate.opensOn} format="date" /> : null}
      </>
    );
  return (
    <>
      {t(gate.kind === 'approved' ? 'gates.untilApproved' : 'gates.untilClosed')}{' '}
      {gate.item ? <ItemLink workspace={slug} item={gate.item} /> : <i>{t('gates.hidden')}</i>}
    </>
  );
}

function WaitedForBy({ waiting }: { waiting: readonly WaitingItem[] }) {
  const { t } = useTranslation('submissions');
  const { slug } = useWorkspace();
  return (
    <div>
      <Text size="sm" fw={500}>
        {t('gates.waitedForBy')}
      </Text>
      <Stack component="ul" gap={4} mt={4} mb={0} p={0} style={plain} aria-label={t('gates.waitedForBy')}>
        {waiting.map(({ id, item }) => (
          <li key={id}>{item ? <ItemLink workspace={slug} item={item} /> : <i>{t('gates.hidden')}</i>}</li>
        ))}
      </Stack>
    </div>
  );
}
