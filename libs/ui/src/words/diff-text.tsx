import { VisuallyHidden } from '@mantine/core';
import { Fragment, useMemo } from 'react';
import { diffWords } from './diff-words.js';
import classes from './words.module.css';

export interface DiffTextProps {
  before: string;
  after: string;
  /** Read out before each change; sight has underline and strike-through, never colour alone. */
  labels: { added: string; removed: string };
}

export function DiffText({ before, after, labels }: DiffTextProps) {
  const parts = useMemo(() => diffWords(before, after), [before, after]);
  return (
    <div className={classes.written} dir="auto">
      {parts.map((part, index) => {
        if (part.kind === 'same') return <span key={index}>{part.text}</span>;
        const Mark = part.kind === 'added' ? 'ins' : 'del';
        const words = part.text.trimEnd();
        return (
          <Fragment key={index}>
            <Mark className={classes[part.kind]}>
              <VisuallyHidden component="span">{`${labels[part.kind]}: `}</VisuallyHidden>
              {words}
            </Mark>
            {part.text.slice(words.length)}
          </Fragment>
        );
      })}
    </div>
  );
}
