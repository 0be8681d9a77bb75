import type { ParseResult } from '@marcbachmann/cel-js';
import { environments } from './environment.js';
import type { ExpressionFacts, ExpressionPlace } from './expression-facts.js';

const parsed: Record<ExpressionPlace, Map<string, ParseResult>> = { route: new Map(), eligibility: new Map() };
const mostKept = 1_000;

/**
 * Whether a condition holds. What it speaks of and is not there (a field left out, a rating not given) makes it false as a whole and
 * never stops a run; so does all else that goes wrong in it. The same facts give the same answer: it knows no clock.
 */
export function evaluateExpression(place: ExpressionPlace, text: string, facts: ExpressionFacts): boolean {
  try {
    return asked(place, text)(known(facts)) === true;
  } catch {
    return false;
  }
}

function asked(place: ExpressionPlace, text: string): ParseResult {
  const kept = parsed[place];
  const found = kept.get(text);
  if (found) return found;
  const made = environments[place].parse(text);
  if (kept.size >= mostKept) kept.clear();
  kept.set(text, made);
  return made;
}

function known({ submission, item, member }: ExpressionFacts): Record<string, unknown> {
  return { submission: asCel(submission), item: asCel(item ?? {}), ...(member ? { member: asCel(member) } : {}) };
}

/** Whole numbers as the language's integers; what is null is not there. */
function asCel(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(asCel);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
  return Object.fromEntries(entries.map(([name, part]) => [name, asCel(part)]));
}
