import { expect } from '@jest/globals';
import type {
  DecisionInput,
  Recommendation,
  RecommendationCreation,
  Submission,
  SubmissionInput,
  Task,
  TaskCreation,
  Team,
} from '@uptake/contracts';
import { compareRollups, systemContext } from '@uptake/persistence';
import type { Person, TestWorkspace } from './people.js';
import { type StartOptions, type TestApi, startTestApi } from './test-api.js';

/** One workspace with somebody in each role and a stranger next door, and the way to make records in it through the API. */
export class FollowThrough {
  private constructor(
    readonly api: TestApi,
    readonly here: TestWorkspace,
    readonly people: Readonly<
      Record<
        'admin' | 'manager' | 'deputy' | 'owner' | 'helper' | 'bystander' | 'reviewer' | 'leader' | 'stranger',
        Person
      >
    >,
  ) {}

  static async start(options: StartOptions = {}): Promise<FollowThrough> {
    const api = await startTestApi(options);
    const here = await api.world.workspace('here');
    const person = api.world.person.bind(api.world, here);
    const people = {
      admin: await person('amal', 'admin'),
      manager: await person('mariam', 'manager'),
      deputy: await person('dilan', 'manager'),
      owner: await person('omar', 'contributor'),
      helper: await person('hana', 'contributor'),
      bystander: await person('baran', 'contributor'),
      reviewer: await person('rezan', 'reviewer'),
      leader: await person('layla', 'leader'),
      stranger: await api.world.person(await api.world.workspace('elsewhere'), 'sara', 'admin', 'manager'),
    };
    return new FollowThrough(api, here, people);
  }

  stop(): Promise<void> {
    return this.api.stop();
  }

  as(name: keyof FollowThrough['people']) {
    return this.api.as(this.people[name]);
  }

  id(name: keyof FollowThrough['people']): string {
    return this.people[name].memberId;
  }

  recommendations(path = ''): string {
    return `/workspaces/${this.here.slug}/recommendations${path}`;
  }

  tasks(path = ''): string {
    return `/workspaces/${this.here.slug}/tasks${path}`;
  }

  activity(itemId: string): string {
    return `/workspaces/${this.here.slug}/items/${itemId}/activity`;
  }

  /** Written by the manager, open to the workspace unless it says otherwise. */
  async recommendation(given: Partial<RecommendationCreation> = {}): Promise<Recommendation> {
    const body = {
      title: 'Publish the water allocation rules',
      text: 'The council should publish the rules by which water is shared.',
      ...given,
    };
    return (await this.as('manager').post(this.recommendations()).send(body).expect(201)).body as Recommendation;
  }

  /** A recommendation that the owner has, with the helper as contributor. */
  async owned(given: Partial<RecommendationCreation> = {}): Promise<Recommendation> {
    const { id } = await this.recommendation(given);
    const assignment = { ownerId: this.id('owner'), contributorIds: [this.id('helper')] };
    return (
      await this.as('manager')
        .put(this.recommendations(`/${id}/assignment`))
        .send(assignment)
        .expect(200)
    ).body as Recommendation;
  }

  async task(recommendationId: string, given: Partial<TaskCreation> = {}): Promise<Task> {
    const body = { title: 'Draft the rules', ...given };
    return (
      await this.as('manager')
        .post(this.recommendations(`/${recommendationId}/tasks`))
        .send(body)
        .expect(201)
    ).body as Task;
  }

  async team(name: string, ...members: Array<keyof FollowThrough['people']>): Promise<Team> {
    const body = { name, memberIds: members.map((member) => this.id(member)) };
    return (await this.as('admin').post(`/workspaces/${this.here.slug}/teams`).send(body).expect(201)).body as Team;
  }

  /** Hands in on a recommendation or task (its path); 201 is expected. */
  async submit(
    who: keyof FollowThrough['people'],
    path: string,
    given: Partial<SubmissionInput> = {},
  ): Promise<Submission> {
    const body = { narrative: 'Where it stands.', baseVersion: 0, ...given };
    return (await this.as(who).post(`${path}/submissions`).send(body).expect(201)).body as Submission;
  }

  /** Decides the request that waits for this person on the item. */
  async decide(
    who: keyof FollowThrough['people'],
    itemId: string,
    decision: Partial<DecisionInput> = {},
  ): Promise<void> {
    const approvals = `/workspaces/${this.here.slug}/approvals`;
    const { body: open } = await this.as(who).get(`${approvals}?mine=true&state=open&item=${itemId}`).expect(200);
    const { body: approval } = await this.as(who).get(`${approvals}/${open.items[0].id}`).expect(200);
    const body = { verdict: 'approve', submissionHash: approval.submissionHash, ...decision };
    await this.as(who).post(`${approvals}/${approval.id}/decision`).send(body).expect(200);
  }

  /** Both stages of the shipped review say yes; the last sets the rating. */
  async approve(itemId: string, last: Partial<DecisionInput> = {}): Promise<void> {
    await this.decide('reviewer', itemId);
    await this.decide('deputy', itemId, last);
  }

  /** The kept counts are what an independent count of the tables gives. */
  async expectCountsToAgree(): Promise<void> {
    const differences = await compareRollups(this.api.system.reader(systemContext(this.here.id)));
    expect(differences).toEqual([]);
  }
}
