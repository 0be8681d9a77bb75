import type { Direction } from '@uptake/contracts';

/**
 * The words of one language by which a brief shows its structure. Data only: lower case, without accents' sake being
 * cared for, since both sides are folded before they are compared. A phrase is whole words.
 */
export interface Lexicon {
  language: string;
  direction: Direction;
  /** Frequent small words, by which the language is told. */
  stopWords: readonly string[];
  /** Words after which a full stop does not end a sentence. */
  abbreviations: readonly string[];
  headings: {
    issue: readonly string[];
    interest: readonly string[];
    recommendation: readonly string[];
    context: readonly string[];
    /** What a section is about that holds no passages of any kind, whatever else its heading says. */
    aside: readonly string[];
    /** First words of a heading that names whom the items below are for: "To the Ministry of Health". */
    addressee: readonly string[];
  };
  /** What a numbered item calls itself: "Recommendation 4". */
  labels: readonly string[];
  calls: {
    /** First-person words that must stand before `firstPerson`; empty where the verb's form says the person. */
    speakers: readonly string[];
    firstPerson: readonly string[];
    /** Counts only behind a name or one of `speakerNouns`. */
    thirdPerson: readonly string[];
    speakerNouns: readonly string[];
    /** In front of these a third-person form is a noun: "its requests *to* the court". */
    notVerbBefore: readonly string[];
    impersonal: readonly string[];
    /** Words that may stand between speaker and verb. */
    adverbs: readonly string[];
  };
  /** Verbs that state a position and ask for nothing. */
  positions: readonly string[];
  /** "should", "must": what is said to be owed. */
  obligations: readonly string[];
  /** "be" after an obligation: the subject is acted upon, so is no addressee. */
  passives: readonly string[];
  /** First words of an action: bare verbs or, where `actionEndings` tells them, none. */
  actions: readonly string[];
  actionEndings: readonly string[];
  /** Regular expressions of whole folded words that are actions by their shape, as Arabic verbal nouns are. */
  actionShapes: readonly string[];
  notActions: readonly string[];
  /** "to" before an action. */
  actionMarks: readonly string[];
  findings: readonly string[];
  concerns: readonly string[];
  /** Words of trouble: an issue told in prose needs one beside a contrast, or two beside its author's voice. */
  troubles: readonly string[];
  contrasts: readonly string[];
  commitments: readonly string[];
  announcements: {
    /** "the following", "below". */
    pointers: readonly string[];
    recommendation: readonly string[];
    issue: readonly string[];
    interest: readonly string[];
    aside: readonly string[];
  };
  /** Dropped where a call in prose begins with them: "Additionally, we urge ...". */
  connectives: readonly string[];
  /** Open a clause that stands before the subject: "As the mission grows, ...". */
  subordinators: readonly string[];
  conjunctions: readonly string[];
  addressing: {
    /** Between an addressee and what is asked of it: "call on X *to* act". */
    links: readonly string[];
    /** Whether a link counts only before an action, since the same word also stands inside names ("parties *to* the treaty"). */
    linksBeforeActions: boolean;
    /** The same written onto the next word, as Arabic does. */
    linkPrefixes: readonly string[];
    /** An addressee ends here: "in collaboration with", "through". */
    partners: readonly string[];
    /** Articles and quantifiers: a list of names is split only where each begins with one. */
    determiners: readonly string[];
    /** Before an object: a small-case word in front of one is the verb of a clause without "to". */
    articles: readonly string[];
    /** Stand for somebody named before, so name nobody. */
    pronouns: readonly string[];
    /** "by": who acts in a passive sentence. */
    agents: readonly string[];
    /** Whether an item that is a noun phrase names its actor so: "l'octroi de permis *par* l'Agence". */
    agentsInItems: boolean;
    /** An item that begins so names its addressee first: "Al Gobierno, crear ...". */
    vocatives: readonly string[];
    /** Who will answer: "will be examined by X". */
    answerers: readonly string[];
    /** Nouns of asking, before "to X" or "for X". */
    receivers: readonly string[];
    /** What stands between an addressee and the next and names nobody: "in particular", "as a whole". */
    fillers: readonly string[];
    /** Clause words that are no part of a name when a long one must be cut. */
    relatives: readonly string[];
  };
  bylines: readonly string[];
  /** What a text calls itself on a line of its own, so no title. */
  documentTypes: readonly string[];
  /** Numbers written out before a colon: "First:". */
  ordinalWords: readonly string[];
}
