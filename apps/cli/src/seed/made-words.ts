import type { SeededRandom } from './random.js';

const verbs = [
  'Draft',
  'Agree',
  'Publish',
  'Review',
  'Collect',
  'Translate',
  'Count',
  'Fund',
  'Train for',
  'Inspect',
  'Compare',
  'Hand over',
  'Test',
  'Announce',
  'Cost',
  'Consult on',
];
const things = [
  'the register',
  'the budget line',
  'the tender',
  'the minutes',
  'the survey',
  'the training plan',
  'the voter roll',
  'the grant report',
  'the contract',
  'the schedule',
  'the audit notes',
  'the complaint form',
  'the water map',
  'the school list',
  'the payroll check',
  'the guide for observers',
];
const places = [
  'in the north',
  'in the capital',
  'for the ports',
  'for schools',
  'with partners',
  'for the courts',
  'in three districts',
  'with the ministry',
  'along the river',
  'for returnees',
  'with the union',
  'before the season',
];
const given = [
  'Amal',
  'Basma',
  'Carla',
  'Dilan',
  'Elif',
  'Farid',
  'Greta',
  'Hana',
  'Idris',
  'Jonas',
  'Karim',
  'Leyla',
  'Mira',
  'Nabil',
  'Olga',
  'Paulo',
  'Rana',
  'Samir',
  'Tara',
  'Yusuf',
];
const family = [
  'Abdi',
  'Barzani',
  'Castro',
  'Demir',
  'Eriksen',
  'Farah',
  'Gomes',
  'Haddad',
  'Ivanova',
  'Jabari',
  'Kaya',
  'Lindqvist',
  'Mansour',
  'Nasser',
  'Okafor',
  'Pereira',
  'Qasim',
  'Rossi',
  'Saleh',
  'Tahir',
  'Umar',
  'Vidal',
  'Weber',
  'Younis',
  'Zaki',
];
const findings = [
  'The lists were compared and two gaps closed',
  'Both offices have signed',
  'The first round is finished',
  'Half of the districts have answered',
  'The draft went to the partners',
  'Money for the second half is still open',
];
const reasons = [
  'The figures of the second table do not add up to its sum',
  'Say which districts are left out, and why',
  'The minutes that this rests on are missing',
];

export const teamNames = [
  'Elections',
  'Budget',
  'Water',
  'Schools',
  'Courts',
  'Ports',
  'Grants',
  'Data',
  'Field north',
  'Field south',
  'Returns',
  'Press',
];
export const partyNames = [
  'Ministry of Planning',
  'Ministry of Water',
  'Ministry of Education',
  'Electoral commission',
  'Court of audit',
  'Port authority',
  'Donor group',
  'Teachers union',
  'Regional council',
  'Civil service board',
];
export const briefTopics = [
  'Open budgets',
  'Rivers and cities',
  'Schools that stay open',
  'Votes that count',
  'Fair courts',
  'Ports and trade',
  'The way home',
  'Public service',
];
export const headings = ['What the ministries should do', 'What donors should do', 'What the regions should do'];

/** A name of its own for each of the first five hundred. */
export const personName = (index: number): string =>
  `${given[index % given.length]} ${family[Math.floor(index / given.length + index) % family.length]}`;

/** A title out of some three thousand. */
export const madeTitle = (random: SeededRandom): string =>
  `${random.pick(verbs)} ${random.pick(things)} ${random.pick(places)}`;
export const madeNarrative = (random: SeededRandom): string => `${random.pick(findings)}. ${random.pick(findings)}.`;
export const madeReason = (random: SeededRandom): string => `${random.pick(reasons)}.`;
