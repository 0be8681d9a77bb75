import type { ASTNode } from '@marcbachmann/cel-js';
import { environments, knownFunctions, walksOfLists } from './environment.js';
import type { ExpressionPlace } from './expression-facts.js';
import { isAmount } from './money.js';

/** What is wrong with a condition, in plain words, and where: `start` to `end` count the characters of the text from 0. */
export interface ExpressionProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** All that keeps a text from being a condition of this place; none means that it can be asked of every submission. */
export function checkExpression(place: ExpressionPlace, text: string): ExpressionProblem[] {
  const environment = environments[place];
  const { valid, type, error } = environment.check(text);
  const whole = { start: 0, end: text.length };
  if (!valid) return [{ message: inWords(error, text), ...(error?.range ? spanOf(error.range) : whole) }];
  if (type !== 'bool' && type !== 'dyn')
    return [{ message: `A condition is true or false; this one is a ${type ?? 'value'}.`, ...whole }];
  return within(environment.parse(text).ast, false);
}

/** What the language allows and a condition of a workflow does not. */
function within(node: ASTNode, isInsideWalk: boolean): ExpressionProblem[] {
  const called = node.op === 'call' || node.op === 'rcall' ? node.args[0] : null;
  const doesWalk = called !== null && walksOfLists.includes(called);
  return [
    ...(called !== null && !knownFunctions.includes(called)
      ? [problem(node, `A condition cannot call "${called}"; it may call ${knownFunctions.join(', ')}.`)]
      : []),
    ...(doesWalk && isInsideWalk
      ? [problem(node, `"${called}" goes through a list and cannot stand inside another that does.`)]
      : []),
    ...amounts(node),
    ...childrenOf(node.args).flatMap((child) => within(child, isInsideWalk || doesWalk)),
  ];
}

function amounts(node: ASTNode): ExpressionProblem[] {
  if (node.op !== 'call' || !node.args[0].startsWith('money')) return [];
  const [, amount, currency] = node.args[1];
  return [
    ...(amount?.op === 'value' && !isAmount(String(amount.args))
      ? [problem(amount, `"${String(amount.args)}" is no amount: write it as "1250000.00".`)]
      : []),
    ...(currency?.op === 'value' && !/^[A-Z]{3}$/.test(String(currency.args))
      ? [problem(currency, `"${String(currency.args)}" is no currency: write its three letters, as "USD".`)]
      : []),
  ];
}

function childrenOf(args: unknown): ASTNode[] {
  if (Array.isArray(args)) return args.flatMap(childrenOf);
  return typeof args === 'object' && args !== null && 'op' in args && 'args' in args ? [args as ASTNode] : [];
}

const problem = (node: ASTNode, message: string): ExpressionProblem => ({ message, ...spanOf(node) });
const spanOf = ({ start, end }: { start: number; end: number }) => ({ start, end });

function inWords(
  error: { code: string; summary: string; range?: { start: number; end: number } } | undefined,
  text: string,
): string {
  const found = error?.range ? text.slice(error.range.start, error.range.end) : '';
  switch (error?.code) {
    case 'unknown_variable':
      return `There is nothing called "${found}" here.`;
    case 'no_such_key':
      return `There is no "${found}" in that.`;
    case 'limit_exceeded':
      return 'The condition is too long or too deeply nested: make it simpler.';
    case 'no_such_overload':
    case 'no_matching_overload':
      return `"${found}" does not fit together: ${error.summary}.`;
    case 'unexpected_token':
      return found === '' ? 'The condition ends too early.' : `"${found}" was not expected here.`;
    default:
      return error?.summary ?? 'This is no condition.';
  }
}
