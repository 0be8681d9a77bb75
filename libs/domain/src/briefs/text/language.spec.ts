import { describe, expect, it } from '@jest/globals';
import { detectLanguage } from './language.js';

describe('the language of a text', () => {
  it.each([
    ['The boats of the town are in the harbour and the sea is calm.', 'en', 'ltr'],
    ['Les bateaux de la ville sont dans le port et la mer est calme.', 'fr', 'ltr'],
    ['Los barcos del pueblo están en el puerto y la mar es tranquila.', 'es', 'ltr'],
    ['Die Boote der Stadt liegen im Hafen und das Meer ist ruhig.', 'de', 'ltr'],
    ['Os barcos da cidade estão no porto e o mar não é frio.', 'pt', 'ltr'],
    ['ترسو القوارب في الميناء القديم على الضفة من النهر', 'ar', 'rtl'],
    ['بەلەمەکان لە بەندەری شارەکە و دەریاکە هێمنە بۆ هەموو کەسێک', 'ckb', 'rtl'],
    ['قایق‌ها در بندر شهر است و دریا آرام است که برای همه خوب است', 'fa', 'rtl'],
    ['1 2 3 4', 'und', 'ltr'],
    ['', 'und', 'ltr'],
  ])('%s', (text, language, direction) => {
    expect(detectLanguage(text)).toEqual({ language, direction });
  });
});
