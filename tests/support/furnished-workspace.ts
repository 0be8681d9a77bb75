import type { ApprovalSummary, Workflow } from '@uptake/contracts';
import type { Person } from './people.js';
import { FollowThrough } from './follow-through.js';
import { startTestWorker } from './test-worker.js';

const brief = `LAGOONIA

NORA WRITER

ISSUES

- Courts are slow, and cases of fraud wait for years.

INTERESTS

- Keep trade open in all seasons.

RECOMMENDATIONS

- The Ministry of Justice should publish waiting times of every court.
- Agree one tariff for all harbours. Print it at the gates.
`;

/** Addresses of records in a workspace where every screen has something to show. */
export interface Furnished {
  story: FollowThrough;
  /** Two with every role, so that each can read in a language of their own. */
  readers: readonly [Person, Person];
  recommendation: string;
  task: number;
  submission: string;
  /** What waits for each reader's decision. */
  approvals: readonly [string, string];
  openBrief: string;
  confirmedBrief: string;
  invitation: string;
}

/** A workspace with something on every screen, made through the API, told by the real worker; the clock stands at the real time. */
export async function furnish(variables: Record<string, string>): Promise<Furnished> {
  const story = await FollowThrough.start({ variables });
  const { api, here } = story;
  // the browser judges the cookie's end by its own clock
  api.clock.advance({ minutes: Math.floor((Date.now() - api.clock.now().getTime()) / 60_000) });
  const everything = ['admin', 'manager', 'contributor', 'reviewer', 'leader'] as const;
  const readers = [
    await api.world.person(here, 'samira', ...everything),
    await api.world.person(here, 'salwa', ...everything),
  ] as const;
  const worker = await startTestWorker(api);
  try {
    const below = (path: string) => `/workspaces/${here.slug}${path}`;
    const day = (days: number) => new Date(api.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
    await story.team('Harbour desk', 'owner', 'helper');
    const workflows = (await story.as('admin').get(below('/workflows')).expect(200)).body.items as Workflow[];
    const updates = workflows.find(({ key }) => key === 'update-review');
    await story
      .as('admin')
      .post(below(`/workflows/${updates?.id}/versions`))
      .send({})
      .expect(201);
    await api
      .as(story.people.admin)
      .post(below('/invitations'))
      .send({ email: 'newcomer@example.org', roles: ['contributor'] })
      .expect(201);
    const imported = async () =>
      (await story.as('manager').post(below('/briefs')).send({ text: brief }).expect(202)).body.id as string;
    const confirmedBrief = await imported();
    await story
      .as('manager')
      .post(below(`/briefs/${confirmedBrief}/confirm`))
      .send({})
      .expect(200);
    const openBrief = await imported();

    const late = await story.owned({ title: 'Publish the water allocation rules' });
    await story
      .as('manager')
      .put(story.recommendations(`/${late.id}/assignment`))
      .send({ ownerId: story.id('owner'), dueOn: day(-3) })
      .expect(200);
    const first = await story.task(late.id, { title: 'Draft the rules', assigneeId: story.id('owner'), dueOn: day(1) });
    const task = await story.task(late.id, {
      title: 'Print them',
      description: 'On paper, at every gate.',
      dependsOn: [first.id],
    });
    for (const reader of readers)
      await story.task(late.id, { title: `Read them with ${reader.name}`, assigneeId: reader.memberId, dueOn: day(5) });
    const rated = await story.owned({ title: 'Count the wells' });
    await story.submit('owner', story.recommendations(`/${rated.id}`), { rating: 'limited' });
    await story.approve(rated.id, { verifiedRating: 'limited' });
    const submission = await story.submit('owner', story.recommendations(`/${late.id}`), {
      narrative: 'The rules are written and with the council.',
      rating: 'substantial',
    });
    for (const reader of readers)
      await api
        .as(reader)
        .post(below('/delegations'))
        .send({
          fromId: story.id('reviewer'),
          toId: readers.find((other) => other !== reader)?.memberId,
          endsAt: `${day(9)}T00:00:00.000Z`,
          reason: 'Away for a week.',
        })
        .expect(201);
    const askedOf = async (reader: Person) =>
      (
        await api
          .as(reader)
          .get(below(`/approvals?mine=true&state=open&item=${late.id}`))
          .expect(200)
      ).body.items.find((one: ApprovalSummary) => one.member.id === reader.memberId).id as string;
    await worker.settled();
    const [mail] = await api.system
      .reader({ workspaceId: null, userId: null, memberId: null, sees: [] })
      .query<{ text: string }>(`SELECT text FROM mail_message WHERE recipient = $1`, ['newcomer@example.org']);
    return {
      story,
      readers,
      recommendation: late.reference,
      task: task.number,
      submission: submission.id,
      approvals: [await askedOf(readers[0]), await askedOf(readers[1])],
      openBrief,
      confirmedBrief,
      invitation: /invitations\/accept#([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '',
    };
  } finally {
    await worker.stop();
  }
}
