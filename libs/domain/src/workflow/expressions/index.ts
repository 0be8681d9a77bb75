export { checkExpression, type ExpressionProblem } from './check-expression.js';
export { evaluateExpression } from './evaluate-expression.js';
export type { ExpressionFacts, ExpressionPlace, ItemFacts, MemberFacts, SubmissionFacts } from './expression-facts.js';
