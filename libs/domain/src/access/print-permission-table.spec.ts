import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { printPermissionTable } from './print-permission-table.js';

describe('the printed permission table', () => {
  it('is the one the documents show', () => {
    // when the table was changed on purpose: npm run -s uptake -- permissions > libs/domain/PERMISSIONS.md
    expect(readFileSync(new URL('../../PERMISSIONS.md', import.meta.url), 'utf8')).toBe(printPermissionTable());
  });

  it('says what a role may do always, with a part, and not at all', () => {
    const lines = printPermissionTable().split('\n');
    expect(lines).toContain('| `teams.change` | yes | – | – | – | – |');
    expect(lines).toContain(
      '| `approval.decide` | as approver | as approver | as approver | as approver | as approver |',
    );
    expect(lines).toContain(
      '| `confidential` | with a part in it | with a part in it | with a part in it | with a part in it | with a part in it |',
    );
  });
});
