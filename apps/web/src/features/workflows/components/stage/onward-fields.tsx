import { ActionIcon, Button, Select, Switch } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { Onward } from '@uptake/contracts';
import { useTranslation } from 'react-i18next';
import { useStageWords } from '../../hooks/use-stage-words.js';
import { laterStages } from '../../model/design.js';
import classes from '../designer.module.css';
import type { StageFieldsProps } from '../stage-editor.js';
import { ConditionField } from './condition-field.js';
import { Part } from './part.js';

/** Where the way goes on from here: to the next stage, or by what the submission says. */
export function OnwardFields({ draft, stage, change }: StageFieldsProps) {
  const { t } = useTranslation('workflows');
  const { nameOf } = useStageWords(draft.design.stages);
  const later = laterStages(draft.design, stage.key);
  const at = draft.design.stages.findIndex(({ key }) => key === stage.key);
  const next = draft.design.stages[at + 1];
  // a group joins once: its way onward is said at the last of it
  if (stage.parallelGroup !== undefined && next?.parallelGroup === stage.parallelGroup) return null;
  const { onward } = stage;
  const choices = later.map((one) => ({ value: one.key, label: nameOf(one) }));
  const first = later[0]?.key;
  const last = later.at(-1)?.key ?? first;
  const set = (to: Onward | undefined, of?: string) => change({ onward: to } as never, of);
  const setRoute = (index: number, to: Partial<Onward['routes'][number]>, of?: string) =>
    onward &&
    set(
      { ...onward, routes: onward.routes.map((route, place) => (place === index ? { ...route, ...to } : route)) },
      of,
    );
  return (
    <Part title={t('part.onward')}>
      <Switch
        label={t('onward.label')}
        description={t('onward.text')}
        disabled={!first}
        checked={onward !== undefined}
        onChange={({ currentTarget: { checked } }) =>
          set(checked && first && last ? { routes: [{ when: '', to: first }], otherwise: last } : undefined)
        }
      />
      {onward ? (
        <>
          {onward.routes.map((route, index) => (
            <div
              key={index}
              role="group"
              aria-label={t('onward.routeName', { number: index + 1 })}
              className={classes.rung}
            >
              <ConditionField value={route.when} onChange={(when) => setRoute(index, { when }, `route.${index}`)} />
              <div className={classes.rungHead}>
                <Select
                  label={t('onward.to')}
                  allowDeselect={false}
                  value={route.to}
                  data={choices}
                  onChange={(to) => setRoute(index, { to: to ?? '' })}
                />
                <ActionIcon
                  variant="subtle"
                  color="red"
                  size="lg"
                  aria-label={t('onward.removeRoute', { number: index + 1 })}
                  onClick={() => {
                    const routes = onward.routes.filter((_, place) => place !== index);
                    set(routes.length > 0 ? { ...onward, routes } : undefined);
                  }}
                >
                  <IconTrash size={16} aria-hidden="true" />
                </ActionIcon>
              </div>
            </div>
          ))}
          <Button
            variant="subtle"
            size="compact-sm"
            className={classes.start}
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={() => first && set({ ...onward, routes: [...onward.routes, { when: '', to: first }] })}
          >
            {t('onward.addRoute')}
          </Button>
          <Select
            label={t('onward.otherwiseTo')}
            allowDeselect={false}
            value={onward.otherwise}
            data={choices}
            onChange={(otherwise) => set({ ...onward, otherwise: otherwise ?? '' })}
          />
        </>
      ) : null}
    </Part>
  );
}
