import { Button, Group, Stack, Text } from '@mantine/core';
import type { PeopleLacking as Lacking } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { toProblem } from '../../lib/api-problem.js';
import { useNamed } from '../../lib/i18n/use-named.js';
import { MemberName } from '../member.js';
import type { useHandIn } from './hand-in.js';

/** Below a refusal for want of people: where they are lacking, whom a manager could ask, and the way to hand in all the same. */
export function PeopleLacking({ attempt }: { attempt: ReturnType<typeof useHandIn> }) {
  const { error, variables, isPending, mutate } = attempt;
  const { t } = useTranslation('submissions');
  const named = useNamed();
  const lacking = lackingOf(error);
  if (!lacking || !variables) return null;
  return (
    <Stack gap="xs" align="flex-start">
      {lacking.shortages.map(({ stages, required, available, couldBeAdded }) => (
        <div key={stages.map(({ key }) => key).join()}>
          <Text size="sm" fw={500}>
            {stages.map(({ name }) => named(name)).join(' · ')}: {t('lacking', { count: required, available })}
          </Text>
          {couldBeAdded.length > 0 ? (
            <Group gap="xs">
              <Text size="sm" c="dimmed">
                {t('couldBeAdded')}
              </Text>
              {couldBeAdded.map((member) => (
                <MemberName key={member.id} member={member} />
              ))}
            </Group>
          ) : null}
        </div>
      ))}
      <Text size="sm">{t('anywayMeans')}</Text>
      <Button
        variant="default"
        size="xs"
        loading={isPending}
        onClick={() => mutate({ ...variables, acceptShortage: true })}
      >
        {t('anyway')}
      </Button>
    </Stack>
  );
}

function lackingOf(error: Error | null): Lacking | undefined {
  if (!error) return undefined;
  const { code, current } = toProblem(error);
  return code === 'too_few_eligible' || code === 'nobody_eligible' ? (current as Lacking | undefined) : undefined;
}
