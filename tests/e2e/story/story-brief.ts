import { readFileSync } from 'node:fs';
import path from 'node:path';

/** Our own words, with what such briefs bring along: entries that lost their bullet and lines broken behind an abbreviation. */
const ownBrief = `LOWER VALLEY

SAFA MANSOUR

ISSUES

- A third of the water in the canals seeps away before it reaches a field, and growers who say so in public are threatened by the tanker trade.
- Two years after the head of the river authority, Dr.
 Salma Idris, resigned over missing pump money, nobody has been put in charge of opening the gates.
- Salt has reached the date groves of the delta, and the first families have moved to the city.
- Unlicensed wells are closed one by one, except those that belong to members of the council.
- The upstream and the downstream towns talk again, but the summer share, the dredging bill and the shared reservoir (Article 9) are still open.
- Cholera is back in the camps because the money for pipes arrives there last.

 Posts in the water courts are bargained over, files go missing, and permits are bought; the courts can do little about theft.

DONOR INTERESTS

- Schools and clinics that stay open through the dry months.
- A delta calm enough for the port that feeds the region.
- Provinces that can carry a drought and a fall in grain prices in the same year.
- A river that nobody uses as a weapon in other people's quarrels.
- Safe homes for the families who left the marshes.
- Honest meters, open accounts and a water police that answers for itself.
- Pumps and pipes that are mended together with U.N.
 agencies, so that tankers are no longer needed.

POLICY RECOMMENDATIONS

 Before the monitoring team grows from 40 observers to around 1,300, the two provinces and the Donor Group should agree on one way of measuring, sharing and publishing the flow of water.

- Separate the talks about the reservoir from those about roads, markets and schools, so that neither has to wait for the other.
- Raise a repair fund from several donors and pay it out in parts, each when the council has passed a reform that it promised.
- Pay for degrees in hydrology, at home and abroad, for forty students a year.
- Offer small grants to growers' associations that help people report theft.
- Prepare the vote of the water users so that it is orderly and secret.
 Together with the National Electoral Bureau, train the clerks of every district to count quickly and to be checked.
- List the guards of the water police who have beaten growers, give them no equipment, and ask the neighbouring provinces not to hire them.
- Compare where outside knowledge helps most, in leak detection, laboratories or drawing offices, and choose two of them.
- Settle at the river conference which rules for private investors have to change, and send advisers when a province asks for them.
- Continue to pay for the housing of displaced families through partners who report in public.

 Host a dialogue between the growers of the delta and the upstream towns on what each side does in a dry summer.
`;

/** The brief of the story: our own, or the file that UPTAKE_SEED names from the root of the repository. */
export function storyBrief(): { name: string; text: string } {
  const seed = process.env['UPTAKE_SEED'];
  if (!seed) return { name: 'lower-valley.txt', text: ownBrief };
  return { name: path.basename(seed), text: readFileSync(path.resolve(import.meta.dirname, '../../..', seed), 'utf8') };
}
