import { Button, Group, MultiSelect, Stack, TagsInput, Text } from '@mantine/core';
import type { Passage } from '@uptake/contracts';
import { IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PassageEdit } from '../api/edit-passages.js';

/** An issue or interest of the brief that a recommendation may answer to. */
export interface Answerable {
  value: string;
  label: string;
}

interface PassageRelationsProps {
  passage: Passage;
  editable: boolean;
  answerables: readonly Answerable[];
  edit: (edit: PassageEdit) => void;
}

/** Whom a recommendation is addressed to and what it answers to; both kept when the fields are closed. */
export function PassageRelations({ passage, editable, answerables, edit }: PassageRelationsProps) {
  const { t } = useTranslation(['briefs', 'common']);
  const [open, setOpen] = useState(false);
  const [addressees, setAddressees] = useState<string[]>([]);
  const [links, setLinks] = useState<string[]>([]);
  if (passage.kind !== 'recommendation') return null;
  const begin = (): void => {
    setAddressees(passage.addressees);
    setLinks(passage.links);
    setOpen(true);
  };
  const save = (): void => {
    edit({ act: 'change', id: passage.id, change: { version: passage.version, addressees, links } });
    setOpen(false);
  };
  if (!open || !editable) {
    return (
      <Group gap="xs" mt={6}>
        <Text size="xs" c="dimmed" dir="auto">
          {passage.addressees.length > 0
            ? t('addressedTo', { names: passage.addressees.join(t('listSeparator')) })
            : t('noAddressees')}
        </Text>
        <Text size="xs" c="dimmed">
          {t('answersCount', { count: passage.links.length })}
        </Text>
        {editable ? (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconLink size={13} aria-hidden="true" />}
            onClick={begin}
          >
            {t('editRelations')}
          </Button>
        ) : null}
      </Group>
    );
  }
  return (
    <Stack gap="xs" mt={6}>
      <TagsInput size="xs" label={t('addressees')} value={addressees} onChange={setAddressees} dir="auto" />
      <MultiSelect
        size="xs"
        label={t('answersTo')}
        searchable
        data={[...answerables]}
        value={links}
        onChange={setLinks}
        nothingFoundMessage={t('nothingToLink')}
      />
      <Group gap="xs" justify="flex-end">
        <Button size="compact-sm" variant="default" onClick={() => setOpen(false)}>
          {t('common:actions.cancel')}
        </Button>
        <Button size="compact-sm" onClick={save}>
          {t('common:actions.save')}
        </Button>
      </Group>
    </Stack>
  );
}
