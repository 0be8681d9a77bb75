import { describe, expect, it } from '@jest/globals';
import { SubmissionInput } from '@uptake/contracts';
import { hashContent } from './submission-content.js';

const item = '01890000-0000-7000-8000-000000000001';
const file = { id: '01890000-0000-7000-8000-00000000000a', sha256: 'aa', url: null };
const link = { id: '01890000-0000-7000-8000-00000000000b', sha256: null, url: 'https://example.org/minutes' };
const input = (changes: Partial<SubmissionInput> = {}): SubmissionInput => ({
  ...SubmissionInput.parse({ narrative: 'Two offices opened.', baseVersion: 0 }),
  ...changes,
});
const hash = (changes: Partial<SubmissionInput> = {}, evidence = [file, link]) =>
  hashContent(item, input(changes), evidence).hash;

describe('the hash of a submission', () => {
  it('is a sha-256 that the same content has wherever and whenever it is made', () => {
    expect(hash()).toMatch(/^[0-9a-f]{64}$/);
    expect(hash({ fields: { b: 1, a: 2 } }, [link, file])).toBe(hash({ fields: { a: 2, b: 1 } }));
  });

  it.each<[string, Partial<SubmissionInput>]>([
    ['narrative', { narrative: 'Two offices opened. ' }],
    ['kind', { kind: 'closing' }],
    ['base version', { baseVersion: 1 }],
    ['progress', { progress: 0 }],
    ['rating', { rating: 'limited' }],
    ['a field', { fields: { offices: 2 } }],
  ])('changes with the %s', (_what, changes) => {
    expect(hash(changes)).not.toBe(hash());
  });

  it('changes with the bytes of a file and the address of a link', () => {
    expect(hash({}, [{ ...file, sha256: 'ab' }, link])).not.toBe(hash());
    expect(hash({}, [file, { ...link, url: 'https://example.org/other' }])).not.toBe(hash());
    expect(hash({}, [file])).not.toBe(hash());
  });

  it('hashes each field on its own, for the stages that watch only some', () => {
    const before = hashContent(item, input({ fields: { offices: 2 } }), []).fieldHashes;
    const after = hashContent(item, input({ fields: { offices: 3 } }), []).fieldHashes;
    const changed = Object.keys(after).filter((field) => before[field] !== after[field]);
    expect(changed).toEqual(['fields.offices']);
  });
});
