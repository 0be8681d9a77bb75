import { describe, expect, it } from '@jest/globals';
import { ParsedBrief, type ParsedPassage } from '@uptake/contracts';
import { parseBrief } from './parse-brief.js';

const textsOf = (text: string, kind: ParsedPassage['kind']) =>
  parseBrief(text)
    .passages.filter((passage) => passage.kind === kind)
    .map((passage) => passage.text);
const asked = (text: string) => parseBrief(text).passages.filter(({ kind }) => kind === 'recommendation');

const brief = `HARBOUR TOWNS

MIRA OKAFOR

ISSUES

- Storm surges have flooded the fish markets twice since Capt.
 Lindqvist reported the cracks in the sea wall.
- Insurance has become too dear for small boats.

 Young people leave the harbour towns faster than the register of residents can show.

US INTERESTS

- Keep the northern sea lane open to U.S.
 shipping in winter.
- Preserve the treaty on shared catches.

POLICY RECOMMENDATIONS

 As the ferry route grows from 3 sailings to around 1,200 a year, Norland and the Port Authority should agree on a plan for the docks.

- Repair the sea wall before it is fair.
 Working with the towns, publish the cost of every section.
- Insure small boats through a common fund.

 Open a dialogue between fishers and shippers to settle the use of the inner basin.
`;

describe('a brief with capital headings, dash bullets and lines that page layout broke', () => {
  const found = parseBrief(brief);

  it('has its title, author, language and sections', () => {
    expect(found).toMatchObject({
      title: 'HARBOUR TOWNS',
      author: 'MIRA OKAFOR',
      language: 'en',
      direction: 'ltr',
      warnings: [],
    });
    expect(found.sections.map(({ heading, kind }) => [heading, kind])).toEqual([
      ['ISSUES', 'issue'],
      ['US INTERESTS', 'interest'],
      ['POLICY RECOMMENDATIONS', 'recommendation'],
    ]);
  });

  it('joins a line after a false sentence end to its bullet', () => {
    expect(textsOf(brief, 'issue')[0]).toMatch(/^Storm surges .* since Capt\. Lindqvist reported/);
    expect(textsOf(brief, 'interest')[0]).toBe('Keep the northern sea lane open to U.S. shipping in winter.');
    expect(asked(brief)[1]).toMatchObject({ warnings: ['joined-lines'] });
    expect(asked(brief)[1]?.text).toMatch(/fair\. Working with the towns/);
  });

  it('takes a paragraph between bullets for an item that lost its bullet', () => {
    expect(textsOf(brief, 'issue')).toHaveLength(3);
    expect(asked(brief).map(({ warnings }) => warnings.includes('no-marker'))).toEqual([true, false, false, true]);
  });

  it('names those who should act, not the figures before them', () => {
    expect(asked(brief)[0]?.addressees).toEqual(['Norland', 'Port Authority']);
    expect(asked(brief)[2]?.addressees).toEqual([]);
  });

  it('anchors every passage to its own words', () => {
    for (const { ranges, text, charStart, charEnd } of found.passages) {
      expect(
        ranges
          .map(([a, b]) => found.text.slice(a, b))
          .join(' ')
          .replace(/\s+/g, ' '),
      ).toBe(text);
      expect([charStart, charEnd]).toEqual([ranges[0]?.[0], ranges.at(-1)?.[1]]);
    }
  });

  it('keeps to the contract', () => expect(() => ParsedBrief.parse(found)).not.toThrow());
});

describe('lists', () => {
  it('leaves nested items to the item they stand under', () => {
    const text = `# Clean rivers

## Recommendations

1. [set in bold] We call upon the water board to:
   1. Measure nitrate weekly.
   2. Publish the results.

2. We call upon all towns to connect every street.

### Later steps

3. We call upon Parliament to review the act.
`;
    expect(asked(text).map(({ number, addressees, section }) => [number, addressees[0], section])).toEqual([
      ['1', 'water board', 'Recommendations'],
      ['2', 'all towns', 'Recommendations'],
      ['3', 'Parliament', 'Later steps'],
    ]);
    expect(asked(text)[0]?.text).toBe(
      'We call upon the water board to: 1. Measure nitrate weekly. 2. Publish the results.',
    );
  });

  it('tells two lists that look alike by the sentence before each', () => {
    const text = `We found:

-   two of nine depots without a fire exit;
-   no record of drills; and
-   broken alarms.

Most staff were willing to help. We recommend that the Depot Agency (DA):

-   Open a second exit in each depot; and
-   Hold a drill each month.

In its answer the agency agreed.
`;
    expect(textsOf(text, 'issue')).toEqual([
      'two of nine depots without a fire exit;',
      'no record of drills;',
      'broken alarms.',
    ]);
    expect(asked(text).map((passage) => [passage.text, passage.addressees, passage.leadIn])).toEqual([
      ['Open a second exit in each depot;', ['Depot Agency (DA)'], 'We recommend that the Depot Agency (DA):'],
      ['Hold a drill each month.', ['Depot Agency (DA)'], 'We recommend that the Depot Agency (DA):'],
    ]);
  });

  it('goes on with a numbering behind a paragraph that brings a new lead-in', () => {
    const text = `We recommend that the Director of Ports take the following steps:

1. A register of all cranes.

2. Yearly tests of the brakes.

We further recommend that, in light of the delays in past years, the Mayor of Eastport take the following step.

3. Ask the council for a second inspector.

We will send copies to the council.
`;
    expect(asked(text).map(({ number, addressees }) => [number, addressees])).toEqual([
      ['1', ['Director of Ports']],
      ['2', ['Director of Ports']],
      ['3', ['Mayor of Eastport']],
    ]);
  });

  it('numbers items from the paragraph that announces them and passes over pledges and people', () => {
    const text = `II.   Conclusions and/or recommendations
      40. The recommendations listed below will be examined by Norland, which will answer in June:
            1.    To ratify the coast convention (Sudland);
            2.    To open
            the archive (Westland).
      41. All recommendations reflect the position of the submitting States.

III.  Voluntary pledges
      42. The following pledges were made by Norland:
            • A new court is planned.

Annex

      The delegation was composed of the following members:
            • Ada Brandt, Minister;
            • Jo Lund, Adviser.
`;
    expect(asked(text).map(({ number, text: words, addressees }) => [number, words, addressees])).toEqual([
      ['40.1', 'To ratify the coast convention (Sudland);', ['Norland']],
      ['40.2', 'To open the archive (Westland).', ['Norland']],
    ]);
  });

  it('takes condemnations in a list of calls for positions', () => {
    const text = `On these events the League of Rowers:

- condemns the closing of the boathouse;
- calls on the City Council to reopen it by May.
`;
    expect(asked(text).map(({ addressees }) => addressees)).toEqual([['City Council']]);
  });

  it('gives each item of an open call its own addressee', () => {
    const text = `We call on:

- the Transport Ministry to publish the timetable;
- Norland to pay its share; and
- all operators to report delays.
`;
    expect(asked(text).map(({ addressees }) => addressees)).toEqual([
      ['Transport Ministry'],
      ['Norland'],
      ['all operators'],
    ]);
  });

  it('hands the addressee of a heading to the items below it', () => {
    const text = `Recommendations

To the Ministry of Roads and the City of Lund:

• Mark every crossing.
• Light every tunnel.

To donors

• Pay in one instalment.
`;
    expect(asked(text).map(({ addressees }) => addressees)).toEqual([
      ['Ministry of Roads', 'City of Lund'],
      ['Ministry of Roads', 'City of Lund'],
      ['donors'],
    ]);
  });

  it('reads labels as numbers wherever they stand', () => {
    const text = `Recommendation 1: The Library Board should open on Sundays.

Recommendation 2

The Library Board should lend tools.

The Library Board should end fines. (Recommendation 3)
`;
    expect(asked(text).map(({ number, addressees }) => [number, addressees])).toEqual([
      ['1', ['Library Board']],
      ['2', ['Library Board']],
      ['3', ['Library Board']],
    ]);
  });

  it('takes paragraphs for the list that a lead-in promises, until one asks for nothing', () => {
    const text = `We are making the following two recommendations to the Harbour Office:

The Harbour Master should test the lights.

The Harbour Master should train two pilots.

We sent a draft to the office. It agreed.
`;
    expect(asked(text)).toHaveLength(2);
  });

  it('makes nothing of menus, tables of contents and signatories', () => {
    const text = `-   Home
-   Reports
-   Contact

Contents

Recommendations ............................ 12
Annex ...................................... 14

List of signatories:

Harbour Watch

Friends of the Quay

Rowers United

Blue Coast
`;
    expect(parseBrief(text).passages).toEqual([]);
    expect(parseBrief(text).warnings).toContain('no-recommendations');
  });
});

describe('pages', () => {
  const paged = `                                   NL/REP/7

Recommendations

The Commission recommends that Norland:
   1.  Survey the sea wall from the old lighthouse to the mouth of the
\n\n                                                    3
\fNL/REP/7

       northern canal (Sudland);
   2.  Publish the survey (Westland).

   **
   Recommendations are printed as received.

                                                    4
\fNL/REP/7

   3.  Fund the repair (Eastland).

                                                    5
`;

  it('cuts running headers, page numbers and footnotes out of an item that a page break splits', () => {
    const found = asked(paged);
    expect(found.map(({ text }) => text)).toEqual([
      'Survey the sea wall from the old lighthouse to the mouth of the northern canal (Sudland);',
      'Publish the survey (Westland).',
      'Fund the repair (Eastland).',
    ]);
    expect(found[0]?.ranges).toHaveLength(2);
    expect(found[0]?.warnings).toContain('crosses-pages');
    expect(parseBrief(paged).warnings).toContain('page-furniture-removed');
  });

  it('joins a sentence that a side heading broke into', () => {
    const text = `We recommend that the Mayor:

1.  Measure the wind on every bridge that the town and the

Bridges and Tunnels

county keep open in winter.

2.  Close the others.
`;
    expect(asked(text).map(({ ranges }) => ranges.length)).toEqual([2, 1]);
  });
});

describe('prose', () => {
  it('finds calls sentence by sentence, and the issue before them', () => {
    const text = `Thank you, Madam Chair.

We are deeply concerned that meals on the ferries are cold. In spring we spoke to the crew. We therefore call upon ferry companies to repair their kitchens. Ferry companies should also ask passengers. Additionally, we encourage towns to open stalls.

I thank you.
`;
    expect(asked(text).map(({ text: words, addressees }) => [words.slice(0, 12), addressees])).toEqual([
      ['We therefore', ['ferry companies']],
      ['Ferry compan', ['Ferry companies']],
      ['we encourage', ['towns']],
    ]);
    expect(textsOf(text, 'issue')).toHaveLength(1);
  });

  it('splits an enumeration inside a sentence', () => {
    const text =
      'We recommended that Northern Ferries: (1) heat its saloons; and (2) print menus in two languages. Northern Ferries agreed.';
    expect(
      asked(text).map(({ number, text: words, addressees, leadIn }) => [number, words, addressees, leadIn]),
    ).toEqual([
      ['1', 'heat its saloons', ['Northern Ferries'], 'We recommended that Northern Ferries:'],
      ['2', 'print menus in two languages.', ['Northern Ferries'], 'We recommended that Northern Ferries:'],
    ]);
  });

  it('takes a summary beside a list for context, not for a second recommendation', () => {
    const text = `Highlights

We recommend that the Rail Office mend its signals.

Recommendations

- Mend the signals on the coast line.
- Train the signallers.
`;
    expect(asked(text)).toHaveLength(2);
    expect(parseBrief(text).passages[0]).toMatchObject({
      kind: 'context',
      warnings: ['found-in-prose', 'summary-of-list'],
    });
  });

  it('names in full whom the text shortens', () => {
    const text = 'The Coastal Rescue Service (CRS) has four boats. We recommend that CRS buy a fifth.';
    expect(asked(text)[0]?.addressees).toEqual(['Coastal Rescue Service (CRS)']);
  });
});

describe('other languages', () => {
  it('reads a French call with spaced colons', () => {
    const text = `Communiqué

Les rameurs demandent des quais sûrs

-1- Sur le fleuve

Les quais du fleuve sont fermés depuis un an et les clubs ne peuvent plus sortir leurs bateaux.

La Ligue des Rameurs (LDR) appelle à :

- La nécessité pour la mairie de rouvrir les quais.

- Réparer les escaliers avant le mois de mai.

Appels particuliers :

- La LDR appelle le Port autonome à publier ses comptes.
`;
    expect(parseBrief(text)).toMatchObject({ title: 'Les rameurs demandent des quais sûrs', language: 'fr' });
    expect(asked(text).map(({ addressees }) => addressees)).toEqual([['mairie'], [], ['Port autonome']]);
  });

  it('takes a commitment for an interest where it stands before the calls, not where it closes them', () => {
    const text = `Communiqué

-1- Sur le fleuve

La Ligue des Rameurs réaffirme son engagement pour des quais ouverts à tous.

La Ligue des Rameurs appelle à :

- Rouvrir les quais avant le mois de mai.

Appels particuliers :

- La Ligue des Rameurs appelle le Port autonome à publier ses comptes.

Pour conclure, la Ligue des Rameurs affirme son engagement continu à aider la mairie.
`;
    expect(textsOf(text, 'interest')).toEqual([
      'La Ligue des Rameurs réaffirme son engagement pour des quais ouverts à tous.',
    ]);
  });

  it('reads Spanish items that name their addressees first, with their bullets inside', () => {
    const text = `PUERTOS

Muelles seguros

1. Al Gobierno Regional, a las alcaldías y al Consejo de Puertos, reparar los muelles antes de la temporada:
● Empezar por el muelle norte.
● Publicar los costos.

1-1. A la Capitanía, revisar las luces.

Gente de mar

2. Al Consejo de Puertos formar a los pilotos.
`;
    expect(parseBrief(text).language).toBe('es');
    expect(asked(text).map(({ number, addressees }) => [number, addressees])).toEqual([
      ['1', ['Gobierno Regional', 'alcaldías', 'Consejo de Puertos']],
      ['1-1', ['Capitanía']],
      ['2', ['Consejo de Puertos']],
    ]);
    expect(asked(text)[0]?.text).toMatch(/● Empezar .* ● Publicar los costos\.$/);
  });

  it('reads an Arabic statement from right to left, calls apart from condemnations', () => {
    const text = `بيان

بيان حول إغلاق الميناء القديم

موقف جمعية البحارة

وأمام هذا القرار فإن جمعية البحارة:

- تستنكر إغلاق الميناء دون إشعار

- تدعو بلدية المدينة إلى فتح الأرصفة قبل الصيف

- تطالب بنشر تقرير السلامة
`;
    expect(parseBrief(text)).toMatchObject({
      title: 'بيان حول إغلاق الميناء القديم',
      language: 'ar',
      direction: 'rtl',
    });
    expect(asked(text).map(({ addressees }) => addressees)).toEqual([['بلدية المدينة'], []]);
  });

  it('reads a Sorani brief with its own digits', () => {
    const text = `کێشەکان

- ڕێگاکانی گوندەکان لە زستاندا دادەخرێن و قوتابیان ناگەنە قوتابخانە.

ڕاسپاردەکان

داوا لە وەزارەتی گواستنەوە دەکەین:

١- چاککردنەوەی ڕێگای سەرەکی بەر لە زستان.
٢- دابینکردنی پاس بۆ هەموو قوتابیان.
`;
    expect(parseBrief(text)).toMatchObject({ language: 'ckb', direction: 'rtl' });
    expect(textsOf(text, 'issue')).toHaveLength(1);
    expect(asked(text).map(({ number, addressees }) => [number, addressees])).toEqual([
      ['1', ['وەزارەتی گواستنەوە']],
      ['2', ['وەزارەتی گواستنەوە']],
    ]);
  });
});

describe('items without any marker', () => {
  it('are the lines of a paragraph where each begins anew', () => {
    const text = `Issues

The quay is closed since Capt.
Lund reported the cracks last year.
Two of the four cranes stand still for want of parts.
The night ferry has no crew in the winter months.

Recommendations

Mend the quay before winter.
Order parts from two makers, and publish
what they cost.
Train a crew for the night ferry.
`;
    expect(textsOf(text, 'issue')).toHaveLength(3);
    expect(textsOf(text, 'recommendation')).toEqual([
      'Mend the quay before winter.',
      'Order parts from two makers, and publish what they cost.',
      'Train a crew for the night ferry.',
    ]);
  });

  it('are not made of prose that wraps', () => {
    const text = `Issues

The quay has been closed since the winter, and nobody can say when
it will open again. Two of the four cranes stand still.
The night ferry has no crew, so the islands are cut off after six
in the evening, which the mayor has called a shame.
`;
    expect(textsOf(text, 'issue')).toHaveLength(1);
  });
});
