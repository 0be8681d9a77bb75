// comments, quoted words and function bodies are one piece each: a semicolon in them ends no statement
const PIECES = /--[^\n]*|'(?:[^']|'')*'|\$\$[\s\S]*?\$\$|[^;'$-]+|[\s\S]/g;

/**
 * The statements of a script written for psql: its variables (`:name`) put in, the lines that speak to psql itself left out. One by
 * one, since VACUUM stands in no transaction with others.
 */
export function statementsOf(script: string, variables: Readonly<Record<string, string>>): string[] {
  const text = script
    .split('\n')
    .filter((line) => !line.startsWith('\\'))
    .join('\n')
    .replaceAll(/(?<!:):(\w+)\b/g, (word, name: string) => variables[name] ?? word);
  const statements = [''];
  for (const [piece] of text.matchAll(PIECES)) {
    if (piece === ';') statements.push('');
    else statements[statements.length - 1] += piece;
  }
  return statements.map((each) => each.trim()).filter((each) => each !== '');
}
