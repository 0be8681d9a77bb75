import type { Approval, Page, ApprovalSummary } from '@uptake/contracts';
import type { Person, TestWorkspace } from '../support/people.js';
import type { StubbornClient } from './stubborn-client.js';

export interface Cast {
  manager: Person;
  deputy: Person;
  reviewers: readonly [Person, Person];
  owners: readonly Person[];
}

/** What the clients were told has happened; the checker holds the records against it. */
export interface Acknowledged {
  itemId: string;
  owner: Person;
  submissionId: string;
  reviewer: Person;
}

/** One recommendation from its making to its approved update, by the people whose part it is. */
export async function followThrough(
  client: StubbornClient,
  here: TestWorkspace,
  cast: Cast,
  number: number,
): Promise<Acknowledged> {
  const base = `/workspaces/${here.slug}`;
  const owner = cast.owners[number % cast.owners.length]!;
  const reviewer = cast.reviewers[number % 2]!;
  const made = await client.send<{ id: string }>('POST', cast.manager, `${base}/recommendations`, {
    title: `Dredge canal ${number}`,
    text: `Dredge canal ${number} before the flood.`,
  });
  await client.send('PUT', cast.manager, `${base}/recommendations/${made.id}/assignment`, {
    ownerId: owner.memberId,
    dueOn: '2027-03-01',
  });
  const submission = await client.send<{ id: string }>(
    'POST',
    owner,
    `${base}/recommendations/${made.id}/submissions`,
    {
      kind: 'update',
      narrative: `Canal ${number} is half done.`,
      baseVersion: 0,
      rating: 'limited',
      evidenceIds: [],
    },
  );
  await decide(client, base, reviewer, made.id, {});
  await decide(client, base, cast.deputy, made.id, { verifiedRating: 'limited' });
  return { itemId: made.id, owner, submissionId: submission.id, reviewer };
}

async function decide(
  client: StubbornClient,
  base: string,
  person: Person,
  itemId: string,
  rating: object,
): Promise<void> {
  const { items } = await client.get<Page<ApprovalSummary>>(
    person,
    `${base}/approvals?mine=true&state=open&item=${itemId}`,
  );
  const [open] = items;
  if (!open) throw new Error(`${person.name} is not asked about ${itemId}`);
  const approval = await client.get<Approval>(person, `${base}/approvals/${open.id}`);
  await client.send('POST', person, `${base}/approvals/${open.id}/decision`, {
    verdict: 'approve',
    submissionHash: approval.submissionHash,
    ...rating,
  });
}
