import { recheckRunsOfMember } from '@uptake/approvals';
import { EmailAddress, Role, Slug, line } from '@uptake/contracts';
import { CreateUser, type UserToCreate } from '@uptake/identity';
import { openDatabase } from '@uptake/persistence';
import { readArguments } from '../read-arguments.js';
import { UsageError } from '../usage-error.js';
import type { RunOnDatabase } from './command.js';

interface Contract<T> {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: Array<{ message: string }> } };
}

/** Makes an account and prints its first password, this once; with `--workspace` the person becomes a member there. */
export const runUserCreate: RunOnDatabase = async (args, { databaseUrl, appSecret }) => {
  const text = { type: 'string' } as const;
  const { values } = readArguments({ args, options: { email: text, name: text, workspace: text, roles: text } });
  const input = read(values);
  const system = await openDatabase({
    ownerUrl: databaseUrl,
    appSecret,
    as: 'system',
    poolSize: 2,
    applicationName: 'uptake-user',
  });
  try {
    const { userId, password } = await new CreateUser(system, [recheckRunsOfMember]).execute(input, new Date());
    console.log(`user      ${userId}`);
    console.log(`email     ${input.email}`);
    console.log(password === null ? 'password  as before' : `password  ${password}`);
    return 0;
  } finally {
    await system.close();
  }
};

function read(values: Partial<Record<'email' | 'name' | 'workspace' | 'roles', string>>): UserToCreate {
  const person = { email: take('--email', EmailAddress, values.email), name: take('--name', line(120), values.name) };
  if (values.workspace === undefined) {
    if (values.roles !== undefined) throw new UsageError('--roles go with --workspace');
    return person;
  }
  const roles = (values.roles ?? 'contributor').split(',').map((role) => take('--roles', Role, role.trim()));
  return { ...person, membership: { slug: take('--workspace', Slug, values.workspace), roles: [...new Set(roles)] } };
}

function take<T>(option: string, contract: Contract<T>, value: string | undefined): T {
  const parsed = contract.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UsageError(
    `${option}: ${value === undefined ? 'is needed' : parsed.error.issues.map((issue) => issue.message).join(', ')}`,
  );
}
