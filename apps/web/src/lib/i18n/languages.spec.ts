import { expect, it } from '@jest/globals';
import { pickLanguage } from './languages.js';

it('takes the first wanted language that is there, whatever the region', () => {
  expect(pickLanguage([null, 'fr-FR', 'ar-IQ', 'en'])).toBe('ar');
});
it('falls back to English', () => expect(pickLanguage([undefined, 'constructor', 'de'])).toBe('en'));
