import { arabic } from './ar.js';
import type { MailCatalogue } from './catalogue.js';
import { english } from './en.js';

export * from './catalogue.js';

export const mailCatalogues: Readonly<Record<string, MailCatalogue>> = { en: english, ar: arabic };

/** By the person's language tag; English where there are no words of ours in it. */
export const mailCatalogueFor = (language: string): MailCatalogue =>
  mailCatalogues[language.split('-')[0] ?? ''] ?? english;
