import { Environment } from '@marcbachmann/cel-js';
import type { ExpressionPlace } from './expression-facts.js';
import { isMoneyAbove, isMoneyAtLeast } from './money.js';

/** Enough for every condition that a person can still read, and no more work than a glance for the machine. */
const limits = { maxAstNodes: 150, maxDepth: 16, maxListElements: 50, maxMapEntries: 10, maxCallArguments: 5 };

const submission = { kind: 'string', progress: 'int', rating: 'string', fields: 'map<string, dyn>' };
const item = {
  kind: 'string',
  reference: 'string',
  priority: 'string',
  status: 'string',
  visibility: 'string',
  fields: 'map<string, dyn>',
};
const member = { id: 'string', roles: 'list<string>', teamIds: 'list<string>' };

/**
 * All that a condition may call. The language knows more: what is left out reads a pattern (which can take for ever), a clock or a
 * time zone, or builds what no condition needs.
 */
export const knownFunctions: readonly string[] = [
  'has',
  'size',
  'int',
  'double',
  'string',
  'contains',
  'startsWith',
  'endsWith',
  'exists',
  'exists_one',
  'all',
  'moneyAbove',
  'moneyAtLeast',
];

/** Those that go through a list; one may not stand inside another, which would multiply what they do. */
export const walksOfLists: readonly string[] = ['exists', 'exists_one', 'all'];

const ofRoutes = new Environment({ limits })
  .registerVariable({ name: 'submission', schema: submission })
  .registerVariable({ name: 'item', schema: item })
  .registerFunction('moneyAbove(dyn, string, string): bool', isMoneyAbove)
  .registerFunction('moneyAtLeast(dyn, string, string): bool', isMoneyAtLeast);

const ofEligibility = ofRoutes.clone().registerVariable({ name: 'member', schema: member });

export const environments: Readonly<Record<ExpressionPlace, Environment>> = {
  route: ofRoutes,
  eligibility: ofEligibility,
};
