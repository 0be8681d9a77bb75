import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const locales = path.resolve(import.meta.dirname, '../../../apps/web/src/locales');

export type Language = 'en' | 'ar';
export type Values = Readonly<Record<string, string | number>>;
interface Texts {
  readonly [key: string]: string | Texts;
}

const placeholder = /\{\{\s*(\w+)(?:,\s*(\w+))?\s*\}\}/g;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const patternOf = (text: string): string =>
  text
    .split(placeholder)
    .filter((_, i) => i % 3 === 0)
    .map(escaped)
    .join('.+');

/** The catalogue of a language as the screens have it: what is written on a control, by its key (`briefs:confirm`; `common` unless named). */
export class Words {
  private readonly texts = new Map<string, string>();
  private readonly plurals: Intl.PluralRules;
  private readonly numbers: Intl.NumberFormat;

  constructor(readonly language: Language) {
    this.plurals = new Intl.PluralRules(language);
    this.numbers = new Intl.NumberFormat(language);
    for (const file of readdirSync(path.join(locales, language)))
      this.add(
        `${path.basename(file, '.json')}:`,
        JSON.parse(readFileSync(path.join(locales, language, file), 'utf8')) as Texts,
      );
  }

  say(key: string, values: Values = {}): string {
    const { count } = values;
    const name = key.includes(':') ? key : `common:${key}`;
    const forms =
      typeof count === 'number'
        ? [...(count === 0 ? [`${name}_zero`] : []), `${name}_${this.plurals.select(count)}`, name]
        : [name];
    const text = forms.map((form) => this.texts.get(form)).find((found) => found !== undefined);
    if (text === undefined) throw new Error(`No catalogue says ${key} in ${this.language}`);
    return text.replace(placeholder, (_, value: string, format?: string) => {
      const given = values[value];
      if (given === undefined) throw new Error(`${key} needs ${value}`);
      return this.isolated(
        format === 'number' && typeof given === 'number' ? this.numbers.format(given) : String(given),
      );
    });
  }

  /** The text of a key in all its plural forms, whatever it is filled in with. */
  pattern(key: string): RegExp {
    const name = key.includes(':') ? key : `common:${key}`;
    const forms = [...this.texts].filter(
      ([form]) => form === name || form.replace(/_(zero|one|two|few|many|other)$/, '') === name,
    );
    if (forms.length === 0) throw new Error(`No catalogue says ${key} in ${this.language}`);
    return new RegExp(`^(${forms.map(([, text]) => patternOf(text)).join('|')})$`, 'u');
  }

  percent(share: number): string {
    return new Intl.NumberFormat(this.language, { style: 'percent' }).format(share);
  }

  /** What every text of the catalogue may look like when it is filled in, for those that have words of their own; the gallery only shows. */
  patterns(): string[] {
    return [...this.texts]
      .filter(([key]) => !key.startsWith('gallery:'))
      .map(([, text]) => text)
      .filter((text) => /\p{L}{2}/u.test(text.replace(placeholder, '')))
      .map(patternOf);
  }

  /** Words that run the other way are set apart in a sentence. */
  private isolated(words: string): string {
    const letter = /\p{L}/u.exec(words)?.[0];
    if (letter === undefined) return words;
    return /\p{Script=Arabic}/u.test(letter) === (this.language === 'ar') ? words : `\u2068${words}\u2069`;
  }

  private add(prefix: string, texts: Texts): void {
    for (const [key, text] of Object.entries(texts)) {
      if (typeof text === 'string') this.texts.set(prefix + key, text);
      else this.add(`${prefix}${key}.`, text);
    }
  }
}
