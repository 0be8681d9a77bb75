import { IconAlertTriangle } from '@tabler/icons-react';
import type { DraftProblem } from '@uptake/contracts';
import { useProblemWords } from '../hooks/use-problem-words.js';
import classes from './designer.module.css';

/** What is wrong at the stage, right where it is mended. */
export function StageProblems({ problems }: { problems: readonly DraftProblem[] }) {
  const say = useProblemWords();
  if (problems.length === 0) return null;
  return (
    <ul className={classes.stageProblems}>
      {problems.map((problem, index) => (
        <li key={index}>
          <IconAlertTriangle size={16} aria-hidden="true" />
          <span>{say(problem)}</span>
        </li>
      ))}
    </ul>
  );
}
