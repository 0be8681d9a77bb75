import { Modal, Text } from '@mantine/core';
import { KeyHint } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { isMac, printCombo } from '../../lib/keys/match-combo.js';
import { useKeyList } from '../../lib/keys/use-keys.js';
import { usePreference } from '../../lib/preferences.js';
import classes from './shell.module.css';

/** Every key that works on the screen behind it, by group. */
export function KeyList({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const bindings = useKeyList();
  const [letterKeys] = usePreference('letter-keys');
  const unique = [...new Map(bindings.map((binding) => [binding.combo, binding])).values()];
  const groups = [...new Set(unique.map((binding) => binding.group))];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      {letterKeys === 'off' ? (
        <Text size="sm" mb="sm">
          {t('keys.off')}
        </Text>
      ) : null}
      {groups.map((group) => (
        <section key={group} className={classes.keyGroup}>
          <h3 className={classes.keyHead}>{group}</h3>
          <dl className={classes.keys}>
            {unique
              .filter((binding) => binding.group === group)
              .map(({ combo, label }) => (
                <div key={combo}>
                  <dt>{label}</dt>
                  <dd>
                    <KeyHint keys={printCombo(combo, isMac())} />
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
