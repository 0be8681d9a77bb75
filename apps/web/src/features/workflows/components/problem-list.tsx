import type { DraftProblem } from '@uptake/contracts';
import { IconCircleCheck } from '@tabler/icons-react';
import { Section } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { useProblemWords } from '../hooks/use-problem-words.js';
import { useStageWords } from '../hooks/use-stage-words.js';
import type { Design } from '../model/design.js';
import classes from './designer.module.css';

export interface ProblemListProps {
  problems: readonly DraftProblem[];
  design: Design;
  onChoose: (key: string) => void;
}

/** What keeps the draft from being published; each leads to its stage. */
export function ProblemList({ problems, design, onChoose }: ProblemListProps) {
  const { t } = useTranslation('workflows');
  const say = useProblemWords();
  const words = useStageWords(design.stages);
  return (
    <Section title={t('problems')} note={problems.length > 0 ? problems.length : undefined}>
      {problems.length === 0 ? (
        <p className={classes.sound}>
          <IconCircleCheck size={16} aria-hidden="true" />
          {t('sound')}
        </p>
      ) : (
        <ul className={classes.problems}>
          {problems.map((problem, index) => {
            const { stageKey } = problem;
            return (
              <li key={index}>
                {stageKey === null ? (
                  say(problem)
                ) : (
                  <button type="button" className={classes.problem} onClick={() => onChoose(stageKey)}>
                    <bdi>{words.nameByKey(stageKey)}</bdi>
                    {': '}
                    {say(problem)}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
