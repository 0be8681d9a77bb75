import { randomUUID } from 'node:crypto';
import type {
  Approval,
  Passage,
  Recommendation,
  Submission,
  Task,
  Workflow,
  WorkflowVersionView,
} from '@uptake/contracts';
import { newId, systemContext } from '@uptake/persistence';
import type { Person, TestWorkspace } from '../../../support/people.js';
import { changedReview, publishInstead } from '../../../support/publish-workflow.js';
import type { Caller, TestApi } from '../../../support/test-api.js';

type Part = 'admin' | 'manager' | 'secondManager' | 'contributor' | 'reviewer' | 'leader';

/** One of the two workspaces: people in every role, and the way to make something of every kind. Its word stands in every text it writes. */
export class Side {
  private made = 0;

  private constructor(
    readonly api: TestApi,
    readonly workspace: TestWorkspace,
    readonly word: string,
    readonly people: Readonly<Record<Part, Person>>,
  ) {}

  static async open(api: TestApi, slug: string, word: string): Promise<Side> {
    const workspace = await api.world.workspace(slug);
    const person = (name: string, ...roles: Parameters<typeof api.world.person>[2][]) =>
      api.world.person(workspace, `${name}-${word}`, ...roles);
    return new Side(api, workspace, word, {
      admin: await person('amal', 'admin'),
      manager: await person('mona', 'manager'),
      secondManager: await person('musa', 'manager'),
      contributor: await person('karim', 'contributor'),
      reviewer: await person('rana', 'reviewer'),
      leader: await person('lina', 'leader'),
    });
  }

  get slug(): string {
    return this.workspace.slug;
  }

  /** A text that no other call gives. */
  text(): string {
    return `${this.word} ${(this.made += 1)}`;
  }

  as(person: Person): Caller {
    const caller = this.api.as(person);
    const below = (method: keyof Caller) => (path: string) => caller[method](`/workspaces/${this.slug}${path}`);
    return {
      get: below('get'),
      post: below('post'),
      put: below('put'),
      patch: below('patch'),
      delete: below('delete'),
    };
  }

  /** What the request answers; it must succeed. */
  async call<T>(method: keyof Caller, path: string, person: Person, body?: object): Promise<T> {
    const request = this.as(person)[method](path);
    const answer = await (body ? request.send(body) : request);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body as T;
  }

  /** Owned by the contributor, who works on it with nobody else. */
  async recommendation(given: object = {}): Promise<Recommendation> {
    const { manager, contributor } = this.people;
    const { id } = await this.call<Recommendation>('post', '/recommendations', manager, {
      title: this.text(),
      text: this.text(),
      ...given,
    });
    return this.call('put', `/recommendations/${id}/assignment`, manager, { ownerId: contributor.memberId });
  }

  async task(recommendationId?: string, given: object = {}): Promise<Task> {
    const under = recommendationId ?? (await this.recommendation()).id;
    const body = {
      title: this.text(),
      assigneeId: this.people.contributor.memberId,
      checklist: [{ text: this.text() }],
      ...given,
    };
    return this.call('post', `/recommendations/${under}/tasks`, this.people.manager, body);
  }

  async team(...members: Person[]): Promise<string> {
    return (
      await this.call<{ id: string }>('post', '/teams', this.people.admin, {
        name: this.text(),
        memberIds: members.map((member) => member.memberId),
      })
    ).id;
  }

  async party(): Promise<{ id: string; version: number }> {
    return this.call('post', '/parties', this.people.manager, { name: this.text() });
  }

  async statement(kind: 'issues' | 'interests'): Promise<{ id: string; version: number }> {
    return this.call('post', `/${kind}`, this.people.manager, { text: this.text() });
  }

  /** Read and waiting for its confirmation: an issue, an interest and three recommendations. */
  async brief(): Promise<{ id: string; passages: Passage[] }> {
    const text = `${this.text()}\n\nISSUES\n\n- ${this.text()} is slow.\n\nINTERESTS\n\n- Keep ${this.text()} open.\n\nRECOMMENDATIONS\n\n- Publish ${this.text()} first. Print it then.\n- Train ${this.text()} clerks.\n- Mend ${this.text()} roads.\n`;
    const { id } = await this.call<{ id: string }>('post', '/briefs', this.people.manager, { text });
    const { items } = await this.call<{ items: Passage[] }>('get', `/briefs/${id}/passages`, this.people.manager);
    return { id, passages: items };
  }

  passage(brief: { passages: Passage[] }, kind: Passage['kind'], nth = 0): Passage {
    const found = brief.passages.filter((passage) => passage.kind === kind)[nth];
    if (!found) throw new Error(`The brief has no ${kind} ${nth}`);
    return found;
  }

  async evidence(itemId: string): Promise<string> {
    const sent = this.as(this.people.contributor)
      .post('/evidence')
      .field('itemId', itemId)
      .attach('file', Buffer.from(this.text()), `${this.word}.txt`);
    const answer = await sent;
    if (answer.status !== 201) throw new Error(`evidence: ${answer.status} ${answer.text}`);
    return (answer.body as { id: string }).id;
  }

  /** Handed in by the owner and waiting for the reviewer. */
  async submission(): Promise<Submission> {
    const { id } = await this.recommendation();
    return this.call('post', `/recommendations/${id}/submissions`, this.people.contributor, {
      narrative: this.text(),
      baseVersion: 0,
    });
  }

  async approval(): Promise<Approval> {
    const submission = await this.submission();
    const { items } = await this.call<{ items: Approval[] }>(
      'get',
      `/approvals?mine=true&state=open&item=${submission.item.id}`,
      this.people.reviewer,
    );
    return this.call('get', `/approvals/${items[0]?.id}`, this.people.reviewer);
  }

  /** The one draft of a workflow of its own, ready to be published. */
  async draft(): Promise<WorkflowVersionView> {
    const { admin } = this.people;
    const { items } = await this.call<{ items: Workflow[] }>('get', '/workflows', admin);
    const { id } = await this.call<Workflow>('post', '/workflows', admin, {
      name: { en: this.text() },
      subject: 'update',
      copyOf: items.find(({ key }) => key === 'update-review')?.id,
    });
    return this.call('get', `/workflows/${id}/versions/1`, admin);
  }

  /** Of the reviewer's decisions, to the leader. */
  async delegation(startsAt?: string): Promise<string> {
    return (
      await this.call<{ id: string }>('post', '/delegations', this.people.reviewer, {
        toId: this.people.leader.memberId,
        endsAt: '2026-04-01T00:00:00.000Z',
        reason: this.text(),
        ...(startsAt ? { startsAt } : {}),
      })
    ).id;
  }

  private isOverridable = false;

  /** From now on the first stage of a review may be set aside by administrators. */
  async overridableReviews(): Promise<void> {
    if (this.isOverridable) return;
    this.isOverridable = true;
    const definition = changedReview('overridable-review', { review: { overridableBy: [{ role: 'admin' }] } });
    await publishInstead(this.api, this.workspace.id, definition);
  }

  async invitation(): Promise<string> {
    return (
      await this.call<{ id: string }>('post', '/invitations', this.people.admin, {
        email: `${this.text().replace(' ', '-')}@example.org`,
        roles: ['leader'],
      })
    ).id;
  }

  /** In the inbox of this person, as the worker would put it there. */
  async notification(person: Person): Promise<string> {
    const at = this.api.clock.now();
    const id = newId(at);
    const { id: itemId } = await this.recommendation();
    await this.api.system.transaction(systemContext(this.workspace.id), (tx) =>
      tx.query(
        `INSERT INTO notification (workspace_id, id, user_id, member_id, event_id, type, reason, item_id, at) VALUES ($1, $2, $3, $4, $5, 'recommendation.assigned', 'owner', $6, $7)`,
        [this.workspace.id, id, person.userId, person.memberId, newId(at), itemId, at],
      ),
    );
    return id;
  }

  /** One id of this workspace for a field of that name: the last word of its path. */
  async idFor(field: string): Promise<string> {
    const make = makers[field];
    if (!make) throw new Error(`The walk knows no id for a field ${field}: add one to its makers`);
    return make(this);
  }
}

/** Somebody who has no other part in what the walk makes. */
const member = (side: Side) => Promise.resolve(side.people.leader.memberId);
const recommendation = async (side: Side) => (await side.recommendation()).id;
const task = async (side: Side) => (await side.task()).id;
const team = (side: Side) => side.team(side.people.contributor);
const party = async (side: Side) => (await side.party()).id;
const brief = async (side: Side) => (await side.brief()).id;
const passage = async (side: Side) => side.passage(await side.brief(), 'issue').id;
const evidence = async (side: Side) => side.evidence(await recommendation(side));

const makers: Readonly<Record<string, (side: Side) => Promise<string>>> = {
  revises: async (side) => (await side.submission()).id,
  memberIds: member,
  addMemberIds: member,
  removeMemberIds: member,
  namedMemberIds: member,
  contributorIds: member,
  ownerId: member,
  owner: member,
  submitterId: member,
  assigneeId: member,
  assignee: member,
  actor: member,
  member,
  fromId: member,
  approvalId: async (side) => (await side.approval()).id,
  toId: member,
  onBehalfOf: member,
  itemIds: recommendation,
  teamId: team,
  team,
  addresseeIds: party,
  holderId: party,
  item: recommendation,
  itemId: recommendation,
  recommendation,
  supersededBy: recommendation,
  ids: recommendation,
  parentTaskId: task,
  dependsOn: task,
  checklist: async (side) => (await side.task()).checklist[0]?.id ?? randomUUID(),
  brief,
  section: async (side) =>
    (await side.call<{ sections: Array<{ id: string }> }>('get', `/briefs/${await brief(side)}`, side.people.manager))
      .sections[0]?.id ?? randomUUID(),
  passageIds: passage,
  links: passage,
  statement: async (side) => (await side.statement('issues')).id,
  addresses: async (side) => (await side.statement('issues')).id,
  serves: async (side) => (await side.statement('interests')).id,
  evidenceIds: evidence,
  versionOf: evidence,
  runIds: async (side) => (await side.submission()).run.id,
  copyOf: async (side) => (await side.draft()).workflow.id,
  notifications: (side) => side.notification(side.people.manager),
};
