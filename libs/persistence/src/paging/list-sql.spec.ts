import { describe, expect, it } from '@jest/globals';
import { Conditions, anywhere } from './conditions.js';
import { keyset } from './keyset.js';
import { listedPage } from './list-sql.js';

describe('conditions', () => {
  it('number their parameters behind those given and leave out what is absent', () => {
    const conditions = new Conditions(['workspace'])
      .where('x', (p) => `a = ${p}`)
      .where(undefined, (p) => `b = ${p}`)
      .where(3, (p) => `c = ${p}`);
    expect(conditions.sql).toBe('a = $2 AND c = $3');
    expect(conditions.values).toEqual(['workspace', 'x', 3]);
  });

  it('find words that hold signs of the pattern language as they are written', () => {
    expect(anywhere('50%_\\')).toBe('%50\\%\\_\\\\%');
  });
});

describe('a counted list', () => {
  const keys = keyset({
    sort: undefined,
    fallback: 'id',
    fields: { id: { sql: 'i.id', type: 'uuid' } },
    id: 'i.id',
    cursor: undefined,
    offset: 1,
  });

  it('says zero of nothing, and nothing when it was not asked', () => {
    expect(listedPage([{ id: null, total: 0 }], 10, keys)).toEqual({ rows: [], nextCursor: null, total: 0 });
    expect(listedPage([], 10, keys)).toEqual({ rows: [], nextCursor: null });
  });
});
