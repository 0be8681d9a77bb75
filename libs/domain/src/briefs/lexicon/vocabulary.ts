import { PhraseSet } from '../text/phrase-set.js';
import { foldWord, isCapitalised, type Word } from '../text/words.js';
import { arabic } from './ar.js';
import { english } from './en.js';
import { spanish } from './es.js';
import { french } from './fr.js';
import { sorani } from './ckb.js';
import type { Lexicon } from './lexicon.js';

export const lexicons: readonly Lexicon[] = [english, french, spanish, arabic, sorani];

/** Shortest word that an ending alone makes an action. */
const SHORTEST_ACTION = 4;

/** One language's lexicon, made ready for looking up. */
export class Vocabulary {
  readonly headings;
  readonly calls;
  readonly announcements;
  readonly addressing;
  readonly abbreviations: ReadonlySet<string>;
  /** What stands between the names of a list: "A, B and C". */
  readonly betweenNames: RegExp;
  readonly #actions: PhraseSet;
  readonly #endings: readonly string[];
  readonly #shape: RegExp | null;
  readonly #notActions: ReadonlySet<string>;
  readonly actionMarks: PhraseSet;
  readonly passives: PhraseSet;
  readonly stopWords: ReadonlySet<string>;
  readonly positions: PhraseSet;
  readonly obligations: PhraseSet;
  readonly findings: PhraseSet;
  readonly concerns: PhraseSet;
  readonly troubles: PhraseSet;
  readonly contrasts: PhraseSet;
  readonly commitments: PhraseSet;
  readonly connectives: PhraseSet;
  readonly subordinators: PhraseSet;
  readonly conjunctions: PhraseSet;
  readonly bylines: PhraseSet;
  readonly documentTypes: PhraseSet;

  constructor(readonly lexicon: Lexicon) {
    this.headings = phraseSets(lexicon.headings);
    this.calls = phraseSets(lexicon.calls);
    this.announcements = phraseSets(lexicon.announcements);
    const { linkPrefixes, linksBeforeActions, agentsInItems, ...addressing } = lexicon.addressing;
    this.addressing = {
      ...phraseSets(addressing),
      linkPrefixes: linkPrefixes.map(foldWord),
      linksBeforeActions,
      agentsInItems,
    };
    this.stopWords = new Set(lexicon.stopWords.map(foldWord));
    this.passives = new PhraseSet(lexicon.passives);
    // Arabic writes its "and" onto the next word, so it parts no words.
    const conjunctions = lexicon.conjunctions
      .filter((word) => word.length > 1 || lexicon.direction === 'ltr')
      .join('|');
    this.betweenNames = new RegExp(`,?\\s+(?:${conjunctions})\\s+|,\\s+`, 'u');
    this.abbreviations = new Set(lexicon.abbreviations.map(foldWord));
    this.#actions = new PhraseSet(lexicon.actions);
    this.#endings = lexicon.actionEndings.map(foldWord);
    this.#shape = lexicon.actionShapes.length === 0 ? null : new RegExp(`^(?:${lexicon.actionShapes.join('|')})$`, 'u');
    this.#notActions = new Set(lexicon.notActions.map(foldWord));
    this.actionMarks = new PhraseSet(lexicon.actionMarks);
    this.positions = new PhraseSet(lexicon.positions);
    this.obligations = new PhraseSet(lexicon.obligations);
    this.findings = new PhraseSet(lexicon.findings);
    this.concerns = new PhraseSet(lexicon.concerns);
    this.troubles = new PhraseSet(lexicon.troubles);
    this.contrasts = new PhraseSet(lexicon.contrasts);
    this.commitments = new PhraseSet(lexicon.commitments);
    this.connectives = new PhraseSet(lexicon.connectives);
    this.subordinators = new PhraseSet(lexicon.subordinators);
    this.conjunctions = new PhraseSet(lexicon.conjunctions);
    this.bylines = new PhraseSet(lexicon.bylines);
    this.documentTypes = new PhraseSet(lexicon.documentTypes);
  }

  get language(): string {
    return this.lexicon.language;
  }

  /** Whether an action begins here: a bare verb, an infinitive, a verbal noun. */
  isAction(words: readonly Word[], at: number): boolean {
    const word = words[at];
    if (word === undefined) return false;
    if (this.#actions.lengthAt(words, at) > 0) return true;
    const bare = word.folded.replace(/^(?:و?ال|و)(?=.{3})/, '');
    if (bare !== word.folded && this.#actions.has(bare)) return true;
    if (word.folded.length < SHORTEST_ACTION || this.#notActions.has(word.folded)) return false;
    return this.#endings.some((ending) => word.folded.endsWith(ending)) || this.#shape?.test(bare) === true;
  }

  /** The same, past adverbs such as "fully" or "mieux". */
  isQualifiedAction(words: readonly Word[], at: number): boolean {
    const word = words[at];
    if (word === undefined) return false;
    if (this.isAction(words, at)) return true;
    const isAdverb = /(?:ly|ment|mente)$/.test(word.folded) || this.calls.adverbs.lengthAt(words, at) > 0;
    return isAdverb && !isCapitalised(words[at + 1]) && this.isAction(words, at + 1);
  }
}

type PhraseLists = Readonly<Record<string, readonly string[]>>;

function phraseSets<T extends { [K in keyof T]: readonly string[] }>(lists: T): { readonly [K in keyof T]: PhraseSet } {
  const sets = Object.entries(lists as PhraseLists).map(([name, phrases]) => [name, new PhraseSet(phrases)]);
  return Object.fromEntries(sets) as { readonly [K in keyof T]: PhraseSet };
}

const vocabularies = new Map(lexicons.map((lexicon) => [lexicon.language, new Vocabulary(lexicon)]));

/** The words to read a text by; English where the language has no lexicon. */
export function vocabularyOf(language: string): Vocabulary {
  const found = vocabularies.get(language) ?? vocabularies.get('en');
  if (found === undefined) throw new Error('The English lexicon is missing');
  return found;
}

export const everyVocabulary: readonly Vocabulary[] = [...vocabularies.values()];
