import { IconSearch } from '@tabler/icons-react';
import { KeyHint } from '@uptake/ui';
import { useTranslation } from 'react-i18next';
import { isMac, printCombo } from '../../lib/keys/match-combo.js';
import { openPalette } from './palette.js';
import classes from './shell.module.css';

/** Looks like a search box and opens the palette, which is one. */
export function SearchButton() {
  const { t } = useTranslation();
  return (
    <button type="button" className={classes.search} aria-label={t('shell.search')} onClick={openPalette}>
      <IconSearch size={16} stroke={1.75} aria-hidden="true" />
      <span className={classes.searchWords}>{t('shell.search')}</span>
      <span className={classes.searchKeys} aria-hidden="true">
        <KeyHint keys={printCombo('Mod+KeyK', isMac())} />
      </span>
    </button>
  );
}
