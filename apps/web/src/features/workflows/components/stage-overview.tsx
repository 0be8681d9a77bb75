import type { DraftDefinition } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { useStageWords } from '../hooks/use-stage-words.js';
import { asDesign, isTogether } from '../model/design.js';
import classes from './workflows.module.css';

/** The stages of a version one below the other, each in a line, with what is special about it. */
export function StageOverview({ definition }: { definition: DraftDefinition }) {
  const { t } = useTranslation('workflows');
  const design = asDesign(definition);
  const words = useStageWords(design.stages);
  return (
    <ol className={classes.overview}>
      {design.stages.map((stage) => (
        <li
          key={stage.key}
          className={classes.overviewStage}
          data-together={isTogether(design, stage.key) || undefined}
        >
          <strong>
            <bdi>{words.nameOf(stage)}</bdi>
          </strong>
          {isTogether(design, stage.key) ? <span className={classes.tag}>{t('together.tag')}</span> : null}
          <span className={classes.summary}>
            <bdi>{words.summary(stage)}</bdi>
          </span>
          {words.extras(stage).length > 0 ? (
            <span className={classes.extras}>
              {words.extras(stage).map((extra) => (
                <span key={extra} className={classes.tag}>
                  {extra}
                </span>
              ))}
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
