import type { Approval, Submission, Task } from '@uptake/contracts';
import type { Person, TestWorkspace } from './people.js';
import type { Caller, TestApi } from './test-api.js';

/** One workspace with somebody for every part in a review, and short ways to do what most tests begin with. All through HTTP. */
export class ReviewWorld {
  private constructor(
    readonly api: TestApi,
    readonly here: TestWorkspace,
    readonly people: Readonly<
      Record<
        'admin' | 'manager' | 'secondManager' | 'owner' | 'contributor' | 'reviewer' | 'secondReviewer' | 'leader',
        Person
      >
    >,
  ) {}

  static async open(api: TestApi, slug: string): Promise<ReviewWorld> {
    const here = await api.world.workspace(slug);
    return new ReviewWorld(api, here, {
      admin: await api.world.person(here, 'amal', 'admin'),
      manager: await api.world.person(here, 'mona', 'manager'),
      secondManager: await api.world.person(here, 'musa', 'manager'),
      owner: await api.world.person(here, 'omar', 'contributor'),
      contributor: await api.world.person(here, 'karim', 'contributor'),
      reviewer: await api.world.person(here, 'rana', 'reviewer'),
      secondReviewer: await api.world.person(here, 'rami', 'reviewer'),
      leader: await api.world.person(here, 'lina', 'leader'),
    });
  }

  /** Paths below this workspace. */
  as(person: Person | null): Caller {
    const caller = this.api.as(person);
    const below = (method: keyof Caller) => (path: string) => caller[method](`/workspaces/${this.here.slug}${path}`);
    return {
      get: below('get'),
      post: below('post'),
      put: below('put'),
      patch: below('patch'),
      delete: below('delete'),
    };
  }

  async recommendation(changes: Record<string, unknown> = {}): Promise<string> {
    const made = await this.as(this.people.manager)
      .post('/recommendations')
      .send({ title: 'Open district offices', text: 'Open an office in every district.', ...changes })
      .expect(201);
    const assignment = {
      ownerId: this.people.owner.memberId,
      contributorIds: [this.people.contributor.memberId],
      dueOn: '2026-06-01',
    };
    await this.as(this.people.manager).put(`/recommendations/${made.body.id}/assignment`).send(assignment).expect(200);
    return made.body.id;
  }

  async task(recommendationId: string, changes: Record<string, unknown> = {}): Promise<Task> {
    const input = { title: 'Find a house', assigneeId: this.people.contributor.memberId, ...changes };
    const made = await this.as(this.people.manager)
      .post(`/recommendations/${recommendationId}/tasks`)
      .send(input)
      .expect(201);
    return made.body;
  }

  async submit(
    path: string,
    changes: Record<string, unknown> = {},
    by: Person = this.people.owner,
  ): Promise<Submission> {
    const answer = await this.as(by).post(`${path}/submissions`).send(update(changes));
    if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
    return answer.body;
  }

  /** The open request put to this person on this item. */
  async approvalOf(person: Person, itemId: string): Promise<Approval> {
    const { body } = await this.as(person).get(`/approvals?mine=true&state=open&item=${itemId}`).expect(200);
    const own = body.items.filter(({ member }: Approval) => member.id === person.memberId);
    if (own.length !== 1) throw new Error(`${person.name} is asked ${own.length} times`);
    return (await this.as(person).get(`/approvals/${own[0].id}`).expect(200)).body;
  }

  decide(person: Person, approval: Pick<Approval, 'id' | 'submissionHash'>, decision: Record<string, unknown>) {
    return this.as(person)
      .post(`/approvals/${approval.id}/decision`)
      .send({ submissionHash: approval.submissionHash, ...decision });
  }

  /** Decides as this person on what they are asked, and expects it to be taken. */
  async decideAs(person: Person, itemId: string, decision: Record<string, unknown>): Promise<Approval> {
    const answer = await this.decide(person, await this.approvalOf(person, itemId), decision);
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
    return answer.body;
  }
}

export const update = (changes: Record<string, unknown> = {}) => ({
  kind: 'update',
  narrative: 'Two offices are open.',
  baseVersion: 0,
  ...changes,
});
