import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';

const folder = (language: string) => new URL(`./${language}/`, import.meta.url);
const filesOf = (language: string): string[] =>
  readdirSync(folder(language))
    .filter((file) => file.endsWith('.json'))
    .sort();

type Tree = { [key: string]: string | Tree };
const flatten = (tree: Tree, before = ''): Record<string, string> =>
  Object.assign(
    {},
    ...Object.entries(tree).map(([key, value]) =>
      typeof value === 'string' ? { [before + key]: value } : flatten(value, `${before}${key}.`),
    ),
  );
const read = (language: string, file: string): Record<string, string> =>
  flatten(JSON.parse(readFileSync(new URL(file, folder(language)), 'utf8')) as Tree);

const plural = /_(zero|one|two|few|many|other)$/u;
const stem = (key: string): string => key.replace(plural, '');
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*([^,}\s]+)/gu)].map((match) => match[1] ?? ''))].sort();
const categories = (language: string): string[] =>
  [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort();
/** Only a key that is there as `_other` counts its things; `_one` alone at the end of a name is a name. */
const pluralStems = (texts: Record<string, string>): string[] =>
  Object.keys(texts)
    .filter((key) => key.endsWith('_other'))
    .map(stem);

const others = ['ar'];

describe.each(others)('the %s catalogue', (language) => {
  it('has the same files as the English one', () => expect(filesOf(language)).toEqual(filesOf('en')));

  describe.each(filesOf('en'))('%s', (file) => {
    const english = read('en', file);
    const texts = read(language, file);

    it('has every key, and none besides', () => {
      expect([...new Set(Object.keys(texts).map(stem))].sort()).toEqual(
        [...new Set(Object.keys(english).map(stem))].sort(),
      );
    });

    it('has every plural form that its language needs', () => {
      const missing = pluralStems(english)
        .flatMap((key) => categories(language).map((form) => `${key}_${form}`))
        .filter((key) => !(key in texts));
      expect(missing).toEqual([]);
    });

    it('has the same placeholders; a form for one exact number may spell it out', () => {
      const englishOf = (key: string): string => english[key] ?? english[`${stem(key)}_other`] ?? '';
      const wrong = Object.entries(texts).filter(([key, text]) => {
        const wanted = placeholders(englishOf(key));
        const given = placeholders(text);
        const spelled = /_(zero|one|two)$/u.test(key) ? wanted.filter((name) => name !== 'count') : wanted;
        return given.join() !== wanted.join() && given.join() !== spelled.join();
      });
      expect(wrong).toEqual([]);
    });

    it('leaves no text empty and none in English', () => {
      const untranslated = Object.entries(texts).filter(
        ([key, text]) =>
          text.trim() === '' ||
          (text === english[key] && /[a-z]{4}/u.test(text.replaceAll(/\{\{.*?\}\}/gu, '')) && text !== 'Uptake'),
      );
      expect(untranslated).toEqual([]);
    });
  });
});

describe.each(filesOf('en'))('the English %s', (file) => {
  it('has both plural forms', () => {
    const texts = read('en', file);
    expect(pluralStems(texts).filter((key) => !(`${key}_one` in texts))).toEqual([]);
  });
});
