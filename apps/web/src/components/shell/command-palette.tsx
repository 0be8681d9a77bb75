import { Spotlight, spotlight } from '@mantine/spotlight';
import { IconArrowRight, IconChecklist, IconSearch, IconTargetArrow } from '@tabler/icons-react';
import { useDebouncedValue } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../lib/workspace.js';
import { addressOf, usePlaces } from './navigation.js';
import { readReference } from './read-reference.js';
import classes from './shell.module.css';
import { useCommands } from './use-commands.js';
import { usePaletteResults } from './use-palette-results.js';

export { spotlight };

/** Ctrl/Cmd+K: a reference opens its record, words are searched for, and every place and command is here by name. */
export function CommandPalette() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const router = useRouter();
  const [query, setQuery] = useState('');
  const words = query.trim();
  const [settled] = useDebouncedValue(words, 200);
  const results = usePaletteResults(slug, settled);
  const places = usePlaces().filter((place) => matches(t(`nav.${place.name}`), words));
  const commands = useCommands().filter((command) => matches(command.label, words));
  const named = readReference(words);
  const go = (to: string): void => void router.navigate({ href: `/w/${encodeURIComponent(slug)}/${to}` });

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight="60vh"
      title={t('palette.label')}
      classNames={{ header: classes.unseen }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.label')}
        leftSection={<IconSearch size={18} aria-hidden="true" />}
      />
      <Spotlight.ActionsList>
        {named?.kind === 'recommendation' ? (
          <Spotlight.Action
            label={t('palette.openReference', { reference: named.reference })}
            leftSection={<IconTargetArrow size={18} aria-hidden="true" />}
            onClick={() => go(`recommendations/${encodeURIComponent(named.reference)}`)}
          />
        ) : null}
        {named?.kind === 'task' ? (
          <Spotlight.Action
            label={t('palette.openReference', { reference: named.number })}
            leftSection={<IconChecklist size={18} aria-hidden="true" />}
            onClick={() => go(`tasks/${named.number}`)}
          />
        ) : null}
        {words.length >= 2 && results && results.recommendations.length > 0 ? (
          <Spotlight.ActionsGroup label={t('palette.recommendations')}>
            {results.recommendations.map((one) => (
              <Spotlight.Action
                key={one.id}
                label={one.title}
                description={one.reference}
                leftSection={<IconTargetArrow size={18} aria-hidden="true" />}
                onClick={() => go(`recommendations/${encodeURIComponent(one.reference)}`)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {words.length >= 2 && results && results.tasks.length > 0 ? (
          <Spotlight.ActionsGroup label={t('palette.tasks')}>
            {results.tasks.map((one) => (
              <Spotlight.Action
                key={one.id}
                label={one.title}
                description={`#${one.number}`}
                leftSection={<IconChecklist size={18} aria-hidden="true" />}
                onClick={() => go(`tasks/${one.number}`)}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {words.length >= 2 ? (
          <Spotlight.Action
            label={t('palette.searchRecommendations', { words })}
            leftSection={<IconSearch size={18} aria-hidden="true" />}
            onClick={() => go(`recommendations?q=${encodeURIComponent(words)}`)}
          />
        ) : null}
        {places.length > 0 ? (
          <Spotlight.ActionsGroup label={t('palette.goTo')}>
            {places.map((place) => (
              <Spotlight.Action
                key={place.name}
                label={t(`nav.${place.name}`)}
                leftSection={<place.icon size={18} aria-hidden />}
                onClick={() => void router.navigate({ href: addressOf(place, slug) })}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {commands.length > 0 ? (
          <Spotlight.ActionsGroup label={t('palette.commands')}>
            {commands.map((command) => (
              <Spotlight.Action
                key={command.label}
                label={command.label}
                leftSection={<IconArrowRight size={18} aria-hidden="true" />}
                onClick={command.run}
              />
            ))}
          </Spotlight.ActionsGroup>
        ) : null}
        {!named && words.length === 1 && places.length + commands.length === 0 ? (
          <Spotlight.Empty>{t('palette.nothing')}</Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

const matches = (label: string, words: string): boolean =>
  label.toLocaleLowerCase().includes(words.toLocaleLowerCase());
