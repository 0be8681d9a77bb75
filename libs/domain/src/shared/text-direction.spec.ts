import { describe, expect, it } from '@jest/globals';
import { directionOf } from './text-direction.js';

describe('directionOf', () => {
  it.each(['ar', 'ckb', 'fa-IR', 'ar-IQ', 'az-Arab', 'he'])('reads %s from the right', (tag) =>
    expect(directionOf(tag)).toBe('rtl'),
  );
  it.each(['en', 'ku', 'fr-CA', 'ar-Latn', 'tr'])('reads %s from the left', (tag) =>
    expect(directionOf(tag)).toBe('ltr'),
  );
});
