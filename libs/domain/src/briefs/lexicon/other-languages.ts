import type { Direction } from '@uptake/contracts';

/** Languages that are told apart but not parsed by words of their own, so that their texts pass for no other's. */
export interface OtherLanguage {
  language: string;
  direction: Direction;
  stopWords: readonly string[];
}

export const otherLanguages: readonly OtherLanguage[] = [
  {
    language: 'de',
    direction: 'ltr',
    stopWords:
      'der die das und den von zu mit sich des auf fur ist im dem nicht ein eine als auch es an werden aus hat dass sie nach wird bei'.split(
        ' ',
      ),
  },
  {
    language: 'pt',
    direction: 'ltr',
    stopWords:
      'o os da do das dos em um uma para com nao por mais na no nas nos ao pelo pela sao foi ou tem seu sua e que'.split(
        ' ',
      ),
  },
  {
    language: 'it',
    direction: 'ltr',
    stopWords:
      "il lo gli di che e la per un una in del della dei delle con non sono da nel nella alla al piu si come l' dell'".split(
        ' ',
      ),
  },
  {
    language: 'tr',
    direction: 'ltr',
    stopWords: 've bir bu icin ile da de cok daha olarak olan ancak gibi kadar sonra en ne ya hem her'.split(' '),
  },
  {
    language: 'kmr',
    direction: 'ltr',
    stopWords: 'u li bi ji di de ku we re ye dike ev wi va da ew hemu bo nav te'.split(' '),
  },
  {
    language: 'fa',
    direction: 'rtl',
    stopWords: 'و در به از که این را با است برای آن یک خود تا بر هم نیز می شود شده باید'.split(' '),
  },
  { language: 'ur', direction: 'rtl', stopWords: 'کے کی میں ہے اور سے کا کو پر نے ہیں کہ اس یہ کر بھی لیے'.split(' ') },
  { language: 'he', direction: 'rtl', stopWords: 'של את על לא זה עם הוא כי גם או אל היא יש כל אם בין'.split(' ') },
];
