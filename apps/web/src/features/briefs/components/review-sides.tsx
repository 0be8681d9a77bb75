import { Button, Group, NativeSelect, SegmentedControl, Stack } from '@mantine/core';
import { passageKinds, type Brief, type Passage, type PassageKind } from '@uptake/contracts';
import { BulkBar } from '@uptake/ui';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../../components/use-problem-text.js';
import { notify } from '../../../lib/notify.js';
import { useWorkspace } from '../../../lib/workspace.js';
import { useEditPassages, type PassageEdit } from '../api/edit-passages.js';
import { OriginalText } from './original-text.js';
import { PassageCard } from './passage-card.js';
import { SplitPassage } from './split-passage.js';
import classes from './briefs.module.css';

interface ReviewSidesProps {
  brief: Brief;
  passages: readonly Passage[];
  /** Passage that the address names. */
  start: string | null;
}

type Shown = PassageKind | 'all';

/** The original and what was found: hovering or focusing one side lights the other. */
export function ReviewSides({ brief, passages, start }: ReviewSidesProps) {
  const { t } = useTranslation(['briefs', 'common']);
  const { slug, can } = useWorkspace();
  const textOf = useProblemText();
  const { mutate } = useEditPassages(slug, brief.id);
  const [active, setActive] = useState({ id: start, reveal: start !== null });
  const [shown, setShown] = useState<Shown>('all');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [splitting, setSplitting] = useState<Passage | null>(null);
  const [range, setRange] = useState<[number, number] | null>(null);
  const [newKind, setNewKind] = useState<PassageKind>('recommendation');

  const edit = useCallback(
    (change: PassageEdit) => mutate(change, { onError: (error) => notify.failed(textOf(error)) }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the wording follows the language, which redraws the page
    [mutate],
  );
  const activeInFound = useCallback((id: string | null) => setActive({ id, reveal: true }), []);
  const activeInOriginal = useCallback((id: string | null) => {
    setActive({ id, reveal: false });
    if (id) document.querySelector(`[data-card="${id}"]`)?.scrollIntoView({ block: 'nearest' });
  }, []);
  const toggle = useCallback(
    (id: string) =>
      setSelected((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [],
  );
  const ordered = useMemo(() => [...passages].sort((a, b) => a.charStart - b.charStart), [passages]);
  const answerables = useMemo(
    () =>
      ordered
        .filter(({ kind }) => kind === 'issue' || kind === 'interest')
        .map(({ id, kind, text }) => ({ value: id, label: `${t(`kind.${kind}`)}: ${text.slice(0, 110)}` })),
    [ordered, t],
  );
  const counts = Object.fromEntries(
    passageKinds.map((kind) => [kind, passages.filter((one) => one.kind === kind).length]),
  ) as Record<PassageKind, number>;
  const mayEdit = can('briefs.confirm');
  const chosen = ordered.filter(({ id }) => selected.has(id)).map(({ id }) => id);

  return (
    <>
      {mayEdit && range ? (
        <Group gap="xs" mb="sm" role="group" aria-label={t('selection')}>
          <NativeSelect
            size="xs"
            aria-label={t('newKind')}
            value={newKind}
            data={passageKinds.map((one) => ({ value: one, label: t(`kind.${one}`) }))}
            onChange={(event) => setNewKind(event.currentTarget.value as PassageKind)}
          />
          <Button
            size="xs"
            onClick={() => {
              edit({ act: 'create', creation: { kind: newKind, ranges: [range] } });
              setRange(null);
            }}
          >
            {t('makePassage')}
          </Button>
        </Group>
      ) : null}
      <div className={classes.sides}>
        <OriginalText
          brief={brief}
          passages={passages}
          active={active.id}
          reveal={active.reveal}
          onActive={activeInOriginal}
          onSelect={setRange}
        />
        <Stack gap="sm">
          <SegmentedControl
            size="xs"
            aria-label={t('show')}
            value={shown}
            onChange={(value) => setShown(value as Shown)}
            data={[
              { value: 'all', label: t('all', { count: passages.length }) },
              ...passageKinds
                .filter((kind) => counts[kind] > 0)
                .map((kind) => ({ value: kind, label: t(`counted.${kind}`, { count: counts[kind] }) })),
            ]}
          />
          <ul className={classes.found} aria-label={t('found')}>
            {ordered.map((passage, index) =>
              shown === 'all' || shown === passage.kind ? (
                <PassageCard
                  key={passage.id}
                  passage={passage}
                  nextId={ordered[index + 1]?.id ?? null}
                  active={active.id === passage.id}
                  selected={selected.has(passage.id)}
                  editable={mayEdit && passage.state === 'found'}
                  answerables={answerables}
                  onActive={activeInFound}
                  onToggle={toggle}
                  onSplit={setSplitting}
                  edit={edit}
                />
              ) : null,
            )}
          </ul>
        </Stack>
      </div>
      {chosen.length > 0 ? (
        <BulkBar
          label={t('selectedPassages')}
          count={t('common:states.selected', { count: chosen.length })}
          clear={{ label: t('common:actions.clearSelection'), run: () => setSelected(new Set()) }}
        >
          <Button
            size="compact-sm"
            disabled={chosen.length < 2}
            onClick={() => {
              edit({ act: 'merge', ids: chosen });
              setSelected(new Set());
            }}
          >
            {t('mergeSelected')}
          </Button>
        </BulkBar>
      ) : null}
      <SplitPassage
        passage={splitting}
        text={brief.text}
        onClose={() => setSplitting(null)}
        onSplit={({ id, version }, at) => edit({ act: 'split', id, at, version })}
      />
    </>
  );
}
