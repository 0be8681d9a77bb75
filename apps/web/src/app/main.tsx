import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../lib/i18n/i18n.js';
import { languages, pickLanguage } from '../lib/i18n/languages.js';
import { pageNonce } from '../lib/nonce.js';
import { preferences } from '../lib/preferences.js';
import { Application } from './application.js';

// The package that locks scrolling under dialogs takes the nonce of its style element from here.
Object.assign(globalThis, { __webpack_nonce__: pageNonce() });

const language = pickLanguage([preferences.read('language'), ...navigator.languages]);
document.documentElement.lang = language;
document.documentElement.dir = languages[language].direction;

// Words first: no screen is drawn with keys in their place.
await startI18n(language);
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
