import { type Action, type Role, type Visibility, actions, parts, roles, visibilities } from '@uptake/contracts';
import { may, visibilitiesOf } from './may.js';

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** What one role alone may do: always, with a part in the item, or not. */
function cell(role: Role, action: Action): string {
  const actor = { roles: [role] };
  if (may(actor, action) === true) return 'yes';
  const opening = parts.filter((part) => may(actor, action, [part]) === true);
  return opening.length > 0 ? `as ${opening.join(', ')}` : '–';
}

const sight = (role: Role, visibility: Visibility): string =>
  visibilitiesOf([role]).includes(visibility) ? 'yes' : 'with a part in it';

/** The permission table in Markdown, worked out by asking it: what the documents say is what the guards decide. */
export function printPermissionTable(): string {
  const header = [row(['', ...roles]), row(['---', ...roles.map(() => ':-:')])];
  return [
    '# Who may do what',
    '',
    'Printed from `src/access/permission-table.ts`, the only place that decides: `npm run -s uptake -- permissions > libs/domain/PERMISSIONS.md`.',
    'A member may hold several roles and may then do what any of them may. `as owner, ...`: only with that part in the item.',
    '',
    '## Actions',
    '',
    ...header,
    ...actions.map((action) => row([`\`${action}\``, ...roles.map((role) => cell(role, action))])),
    '',
    '## Sight',
    '',
    'Which items a role sees by itself. Where it says *with a part in it*, the item is not there for others: not in lists, counts, search, mails or streams.',
    '',
    ...header,
    ...visibilities.map((visibility) => row([`\`${visibility}\``, ...roles.map((role) => sight(role, visibility))])),
    '',
  ].join('\n');
}
