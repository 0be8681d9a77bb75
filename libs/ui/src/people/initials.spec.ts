import { describe, expect, it } from '@jest/globals';
import { initials } from './initials.js';

describe('initials', () => {
  it('takes first and last word', () => expect(initials('Leila  Maria Haddad ')).toBe('LH'));
  it('takes one letter of a single word', () => expect(initials('desk')).toBe('D'));
  it('keeps Arabic letters from joining', () => expect(initials('ليلى حداد')).toBe('ل\u200cح'));
  it('counts letters outside the basic plane as one', () => expect(initials('𝒜da')).toBe('𝒜'));
  it('is empty for an empty name', () => expect(initials('  ')).toBe(''));
});
