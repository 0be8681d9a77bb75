import i18next from 'i18next';
import type { Language } from './languages.js';

/** Words that few come to need and that would weigh on everybody's first screen: each by its language. */
const late = {
  workflows: {
    en: () => import('../../locales/en/workflows.json'),
    ar: () => import('../../locales/ar/workflows.json'),
  },
} as const satisfies Record<string, Record<Language, () => Promise<{ default: object }>>>;
export type LateNamespace = keyof typeof late;

const needed = new Set<LateNamespace>();

/** For the `loader` of a route: it waits for its words, in the language of the screen and in any that follows. */
export async function needWords(namespace: LateNamespace): Promise<void> {
  needed.add(namespace);
  await loadNeeded(i18next.language as Language);
}

/** Whatever is on the screen by now, in this language too. */
export async function loadNeeded(language: Language): Promise<void> {
  for (const namespace of needed) {
    if (i18next.hasResourceBundle(language, namespace)) continue;
    const { default: texts } = await late[namespace][language]();
    i18next.addResourceBundle(language, namespace, texts);
  }
}
