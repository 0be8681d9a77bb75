import { Button, Checkbox, Group, NativeSelect, Text } from '@mantine/core';
import { passageKinds, type Passage, type PassageKind } from '@uptake/contracts';
import { Reference, WrittenText, useFormats } from '@uptake/ui';
import { IconAlertTriangle, IconArrowMerge, IconScissors, IconTrash } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { AnchorLink } from '../../../components/links.js';
import { useWorkspace } from '../../../lib/workspace.js';
import type { PassageEdit } from '../api/edit-passages.js';
import { toneOfKind } from './original-text.js';
import { PassageRelations, type Answerable } from './passage-relations.js';
import classes from './briefs.module.css';

interface PassageCardProps {
  passage: Passage;
  /** The one behind it in the text, to merge with. */
  nextId: string | null;
  active: boolean;
  selected: boolean;
  /** False when the reader may not, or when it has become a record. */
  editable: boolean;
  answerables: readonly Answerable[];
  onActive: (id: string | null) => void;
  onToggle: (id: string) => void;
  onSplit: (passage: Passage) => void;
  edit: (edit: PassageEdit) => void;
}

/** One thing found: what it is, its words, how sure the reading is, and what can be mended. */
export const PassageCard = memo(function PassageCard(props: PassageCardProps) {
  const { passage, nextId, active, selected, editable, answerables, onActive, onToggle, onSplit, edit } = props;
  const { t } = useTranslation(['briefs', 'common']);
  const { slug } = useWorkspace();
  const formats = useFormats();
  const { id, kind, text, version, warnings, confidence, reference, number } = passage;
  const name = t('passageNamed', { kind: t(`kind.${kind}`), words: text.slice(0, 60) });
  return (
    <li
      className={classes.card}
      data-card={id}
      data-tone={toneOfKind[kind]}
      data-active={active || undefined}
      aria-label={name}
      onMouseEnter={() => onActive(id)}
      onMouseLeave={() => onActive(null)}
      onFocus={() => onActive(id)}
    >
      <Group gap="sm" wrap="wrap">
        {editable ? (
          <>
            <Checkbox
              size="xs"
              aria-label={t('common:states.row', { name })}
              checked={selected}
              onChange={() => onToggle(id)}
            />
            <NativeSelect
              size="xs"
              aria-label={t('kindOf', { name: text.slice(0, 60) })}
              value={kind}
              data={passageKinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
              onChange={(event) =>
                edit({ act: 'change', id, change: { version, kind: event.currentTarget.value as PassageKind } })
              }
            />
          </>
        ) : (
          <Text size="sm" fw={600}>
            {t(`kind.${kind}`)}
          </Text>
        )}
        {number ? (
          <Text size="xs" c="dimmed">
            {number}
          </Text>
        ) : null}
        <Text size="xs" c="dimmed">
          {t('confidence', { share: formats.percent(confidence) })}
        </Text>
        {reference && kind === 'recommendation' ? (
          <AnchorLink to="/w/$workspace/recommendations/$reference" params={{ workspace: slug, reference }} size="sm">
            <Reference>{reference}</Reference>
          </AnchorLink>
        ) : null}
      </Group>
      {passage.leadIn ? (
        <Text size="xs" c="dimmed" dir="auto" mt={6}>
          {passage.leadIn}
        </Text>
      ) : null}
      <div className={classes.text}>
        <WrittenText>{text}</WrittenText>
      </div>
      {warnings.map((warning) => (
        <Group key={warning} gap={6} wrap="nowrap">
          <IconAlertTriangle size={14} aria-hidden="true" />
          <Text size="xs">{t(`warning.${warning as 'unknown'}`, { defaultValue: warning })}</Text>
        </Group>
      ))}
      <PassageRelations passage={passage} editable={editable} answerables={answerables} edit={edit} />
      {editable ? (
        <Group gap={4} mt={6}>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconScissors size={13} aria-hidden="true" />}
            onClick={() => onSplit(passage)}
          >
            {t('split')}
          </Button>
          {nextId ? (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconArrowMerge size={13} aria-hidden="true" />}
              onClick={() => edit({ act: 'merge', ids: [id, nextId] })}
            >
              {t('mergeNext')}
            </Button>
          ) : null}
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            leftSection={<IconTrash size={13} aria-hidden="true" />}
            onClick={() => edit({ act: 'remove', id })}
          >
            {t('delete')}
          </Button>
        </Group>
      ) : null}
    </li>
  );
});
