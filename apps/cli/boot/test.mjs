import { parseArgs } from 'node:util';
import { add, inTurn, program } from './check-kinds.mjs';
import { parts } from './checks.mjs';
import { makeReady } from './ready.mjs';
import { say } from './workspace.mjs';

/** How many times its budget a part may take before it is held to hang. */
const hangsAfter = 6;

const usage = `Usage: npm test [-- --only PART,PART]\nParts: ${Object.keys(parts).join(', ')}`;

function chosenParts() {
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' } } });
    const names = values.only?.split(',') ?? Object.keys(parts);
    const unknown = names.find((name) => !Object.hasOwn(parts, name));
    if (unknown === undefined) return names;
    say(`There is no part "${unknown}".\n\n${usage}`);
  } catch (error) {
    say(`${error.message.split('\n')[0]}\n\n${usage}`);
  }
  return process.exit(2);
}

/** Runs a part's checks one after the other and says how long it took beside what it may take. */
async function runPart(name, { minutes, checks }) {
  say(`\n=== ${name}`);
  const began = Date.now();
  const sum = await inTurn(...checks)({ timeout: Math.ceil(hangsAfter * minutes * 60_000) });
  const taken = (Date.now() - began) / 60_000;
  const over = taken > minutes ? ', OVER ITS BUDGET' : '';
  return {
    ...sum,
    line: `${name}: ${sum.passed} passed, ${sum.failed} failed (${taken.toFixed(1)} of ${minutes} min${over})`,
  };
}

const names = chosenParts();
await makeReady([]);

const results = [];
if (names.some((name) => parts[name].builds)) {
  results.push(await runPart('build', { minutes: 1, checks: [program('apps/cli/boot/ready.mjs')] }));
}
for (const name of names) {
  results.push(await runPart(name, parts[name]));
  say(results.at(-1).line);
}

const { passed, failed } = add(results);
say(`\n${results.map(({ line }) => line).join('\n')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
