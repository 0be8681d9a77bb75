/** The demonstration's brief: our own words, of the kind that Uptake is made for. */
export const demoBrief = `IRAQ: A COMPACT FOR FOLLOW-THROUGH

NADIA HADDAD

ISSUES

- Public trust is thin: people who organised the marches of recent years still wait for the promised inquiries, and several organisers have been attacked.
- The budget leans on one export, and salaries are paid late whenever prices fall.
- Oversight offices open more files than they close, because appointments to them are bargained over.
- Families who fled the last war cannot return where homes, papers and schools are missing.
- The centre and the region reopen the same quarrels over revenue and disputed districts every year.
- Armed factions outside the chain of command tax trade and intimidate candidates.

INTERESTS

- A state that can protect its voters, its courts and its borders by itself.
- An economy that hires its graduates.
- Neighbours who trade with the country rather than through its factions.
- Durable homes for everyone who was displaced.
- Partners who are asked early and told the truth about progress.

RECOMMENDATIONS

- The Joint Coordination Office should draft one cooperation framework that covers training, equipment and the sharing of information, and agree it with both parliaments.
- Keep talks on security assistance apart from talks on trade, culture and relief, so that a quarrel in one does not stall the others.
- The Donor Council should tie each tranche of budget support to reforms that can be verified, beginning with a single treasury account.
- Offer scholarships for undergraduate and graduate study abroad, with a place kept for every province and a duty to return.
- Fund local watchdog groups through small grants that they can report on in two pages.
- The Electoral Commission should publish the voter roll three months before election day and invite observers to every province.
- Vet every unit that receives equipment against credible reports of abuse, and list those who are refused.
- Compare the fields in which outside help does most good, among them banking supervision, vocational schools and digital records, and choose three.
- Agree a list of investment reforms, and answer each request for technical assistance within thirty days.
- Keep money for the return of displaced families flowing through international organisations until the last camp has closed.
- The United Nations Mission should host a standing dialogue between the federal government and the region on revenue, districts and water.
`;
