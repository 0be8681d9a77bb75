import { VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
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
        return (
          <Mark key={index} className={classes[part.kind]}>
            <VisuallyHidden component="span">{`${labels[part.kind]}: `}</VisuallyHidden>
            {part.text}
          </Mark>
        );
      })}
    </div>
  );
}
