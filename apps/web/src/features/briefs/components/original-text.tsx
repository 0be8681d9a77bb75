import type { Brief, Passage, PassageKind } from '@uptake/contracts';
import { memo, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { readSelection } from './read-selection.js';
import { segmentsOf } from './segments-of.js';
import classes from './briefs.module.css';

export const toneOfKind = {
  issue: 'attention',
  interest: 'waiting',
  recommendation: 'active',
  context: 'neutral',
} as const satisfies Record<PassageKind, string>;

interface OriginalTextProps {
  brief: Pick<Brief, 'text' | 'language' | 'direction'>;
  passages: readonly Passage[];
  /** Passage in hand; `reveal` when it was taken on the other side. */
  active: string | null;
  reveal: boolean;
  onActive: (id: string | null) => void;
  /** The stretch of the text that is selected, null for none. */
  onSelect: (range: [number, number] | null) => void;
}

/** The words as they came, marked where something was found. */
export function OriginalText({ active, reveal, ...marked }: OriginalTextProps) {
  const root = useRef<HTMLDivElement>(null);
  const { passages } = marked;
  useEffect(() => {
    // By hand, so that a long text is not drawn again on every move of the mouse.
    const marks = active ? root.current?.querySelectorAll<HTMLElement>(`[data-passage="${active}"]`) : undefined;
    marks?.forEach((mark) => (mark.dataset['active'] = 'true'));
    if (reveal) marks?.[0]?.scrollIntoView({ block: 'nearest' });
    return () => marks?.forEach((mark) => delete mark.dataset['active']);
  }, [active, reveal, passages]);
  return (
    <div ref={root} className={classes.original}>
      <MarkedText {...marked} />
    </div>
  );
}

const MarkedText = memo(function MarkedText({
  brief,
  passages,
  onActive,
  onSelect,
}: Omit<OriginalTextProps, 'active' | 'reveal'>) {
  const { t } = useTranslation(['briefs', 'common']);
  const segments = useMemo(() => segmentsOf(brief.text.length, passages), [brief.text, passages]);
  return (
    <div
      className={classes.words}
      lang={brief.language}
      dir={brief.direction}
      role="document"
      aria-label={t('original')}
      tabIndex={0}
      onMouseUp={(event) => onSelect(readSelection(event.currentTarget))}
      onKeyUp={(event) => onSelect(readSelection(event.currentTarget))}
    >
      {segments.map(({ start, end, passage, first }) =>
        passage ? (
          <mark
            key={start}
            className={classes.mark}
            data-start={start}
            data-passage={passage.id}
            data-tone={toneOfKind[passage.kind]}
            title={t(`kind.${passage.kind}`)}
            tabIndex={first ? 0 : undefined}
            onMouseEnter={() => onActive(passage.id)}
            onMouseLeave={() => onActive(null)}
            onFocus={() => onActive(passage.id)}
          >
            {brief.text.slice(start, end)}
          </mark>
        ) : (
          <span key={start} data-start={start}>
            {brief.text.slice(start, end)}
          </span>
        ),
      )}
    </div>
  );
});
