import { describe, expect, it } from '@jest/globals';
import { vocabularyOf } from '../lexicon/vocabulary.js';
import { findCall } from './calls.js';

const callOf = (text: string, language = 'en') => {
  const call = findCall(text, vocabularyOf(language));
  return call === null ? null : [call.form, call.addressees];
};

describe('a call in English', () => {
  it.each([
    ['We call upon the Council of Ports to publish its accounts.', 'performative', ['Council of Ports']],
    ['We call on the parties to the river treaty to meet.', 'performative', ['parties to the river treaty']],
    [
      'We urge the federal, regional, and local governments to meet.',
      'performative',
      ['federal, regional, and local governments'],
    ],
    ['We urge the Ministry of Ports and Roads to act.', 'performative', ['Ministry of Ports and Roads']],
    ['We ask Norland, the ferry firms and the Port to meet.', 'performative', ['Norland', 'ferry firms', 'Port']],
    ['We urge the Board, in cooperation with the towns, to meet.', 'performative', ['Board']],
    ['The Committee further recommends that the State party establish a fund.', 'performative', ['State party']],
    ['We recommend that, in view of the flood, the Mayor take two steps.', 'performative', ['Mayor']],
    ['It is recommended that tolls end.', 'performative', []],
    ['Calls upon all States to pay.', 'performative', ['all States']],
    [
      'As the fleet grows from 3 to 4,000 boats, the Board and Norland should meet.',
      'obligation',
      ['Board', 'Norland'],
    ],
    ['Roads should be mended by the Road Office.', 'obligation', ['Road Office']],
    ['It should rain.', 'obligation', []],
    ['To fully mend the wall', 'action', []],
    ['Publish the plan', 'action', []],
  ])('%s', (text, form, addressees) => expect(callOf(text)).toEqual([form, addressees]));

  it.each([
    'The demands of the rowers are old.',
    'The minister spoke of the recommendations.',
    'The wall should have been mended.',
    'Their calls were heard.',
  ])('is not heard in "%s"', (text) => expect(callOf(text)).toBeNull());
});

describe('a call in other languages', () => {
  it.each([
    ['fr', "La Ligue appelle l'État à rouvrir le port.", 'performative', ['État']],
    ['fr', 'Nous recommandons que la mairie adopte un plan.', 'performative', ['mairie']],
    ['fr', 'Réparer les quais', 'action', []],
    [
      'es',
      'Al Gobierno, a las alcaldías y al Consejo, crear un fondo.',
      'vocative',
      ['Gobierno', 'alcaldías', 'Consejo'],
    ],
    ['es', 'Instamos al Consejo a publicar el plan.', 'performative', ['Consejo']],
    ['ar', 'ندعو وزارة النقل إلى فتح الميناء', 'performative', ['وزارة النقل']],
    ['ar', 'تدعو لفتح الميناء', 'performative', []],
    ['ar', 'تطالب المنظمة الحكومة بنشر التقرير', 'performative', ['الحكومة']],
    ['ckb', 'داوا لە وەزارەتی گواستنەوە دەکەین کە ڕێگاکە بکاتەوە', 'performative', ['وەزارەتی گواستنەوە']],
  ])('%s: %s', (language, text, form, addressees) => expect(callOf(text, language)).toEqual([form, addressees]));
});
