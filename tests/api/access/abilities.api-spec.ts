import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Ability, Recommendation, Submission, Task } from '@uptake/contracts';
import type { Test } from 'supertest';
import { FollowThrough } from '../../support/follow-through.js';

type Who = 'admin' | 'manager' | 'owner' | 'helper' | 'bystander' | 'reviewer' | 'leader';
const everyone: readonly Who[] = ['admin', 'manager', 'owner', 'helper', 'bystander', 'reviewer', 'leader'];

// many requests a test: slow where others work beside it
jest.setTimeout(120_000);

/** An answer that says what its reader may do, and the requests by which they would do it. */
interface Offer {
  abilities: Record<string, Ability>;
  acts: Record<string, () => Test>;
}

/** What an answer offers is what happens: each ability is acted upon by everybody, in each state, and the outcome is held against it. */
describe('the abilities of', () => {
  let story: FollowThrough;
  let teamId: string;
  beforeAll(async () => {
    story = await FollowThrough.start();
    // where two managers have written a submission, one is left to decide on it
    await story.api.world.person(story.here, 'nadia', 'manager');
    teamId = (await story.team('Field team', 'bystander', 'leader')).id;
  });
  afterAll(async () => {
    await story?.expectCountsToAgree();
    await story?.stop();
  });

  const w = (path: string) => `/workspaces/${story.here.slug}${path}`;

  /** Refusals leave everything as it is and share one item; whatever is allowed gets an item of its own. */
  const expectTruth = async <T>(
    make: () => Promise<T>,
    offerTo: (who: Who, made: T) => Promise<Offer>,
    but: readonly string[] = [],
  ): Promise<void> => {
    const shared = await make();
    let tried = 0;
    for (const who of everyone) {
      const { abilities } = await offerTo(who, shared);
      for (const [name, ability] of Object.entries(abilities).filter(([each]) => !but.includes(each))) {
        const { acts } = await offerTo(who, ability === true ? await make() : shared);
        const act = acts[name];
        if (!act) throw new Error(`This test knows no act for the ability ${name}`);
        const { status, body } = await act();
        const told = `${who} ${name}: ${JSON.stringify(ability)} and then ${status} ${body.code ?? ''} ${body.detail ?? ''}`;
        if (ability === true) expect([told, status < 300]).toEqual([told, true]);
        else expect([told, [403, 409].includes(status)]).toEqual([told, true]);
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(0);
  };

  const link = (who: Who, itemId: string) => () =>
    story.as(who).post(w('/evidence')).send({ itemId, title: 'Minutes', url: 'https://example.org/minutes' });

  describe('a recommendation', () => {
    const at = (id: string, sub = '') => story.recommendations(`/${id}${sub}`);
    const offer = async (who: Who, id: string): Promise<Offer> => {
      const { body } = await story.as(who).get(at(id)).expect(200);
      const { version, recordVersion: baseVersion } = body as Recommendation;
      const as = story.as(who);
      const submit = (given: object) => () =>
        as.post(at(id, '/submissions')).send({ narrative: 'As it stands now.', baseVersion, ...given });
      return {
        abilities: body.abilities,
        acts: {
          change: () => as.patch(at(id)).send({ version, title: 'Another title' }),
          respond: () => as.post(at(id, '/response')).send({ response: 'noted', reason: 'Read.' }),
          assign: () => as.put(at(id, '/assignment')).send({ dueOn: '2027-01-01' }),
          claim: () => as.post(at(id, '/claim')),
          link: () => as.put(at(id, '/links')).send({ addresses: [], serves: [] }),
          createTask: () => as.post(at(id, '/tasks')).send({ title: 'One more' }),
          submit: submit({ kind: 'update' }),
          extend: submit({ kind: 'extension', fields: { dueOn: '2027-03-01' } }),
          close: submit({ kind: 'closing', fields: { outcome: 'implemented' } }),
          addEvidence: link(who, id),
        },
      };
    };
    const owned = async () => (await story.owned({ dueOn: '2026-12-01' })).id;
    const closing = { kind: 'closing', fields: { outcome: 'implemented' } } as const;
    const states: Record<string, () => Promise<string>> = {
      'that nobody has': async () => (await story.recommendation()).id,
      'that somebody owns': owned,
      'that waits for its team': async () => {
        const { id } = await story.recommendation();
        await story.as('manager').put(at(id, '/assignment')).send({ teamId }).expect(200);
        return id;
      },
      'with an update under review': async () => {
        const id = await owned();
        await story.submit('owner', at(id));
        return id;
      },
      'with an update that was sent back': async () => {
        const id = await owned();
        await story.submit('owner', at(id));
        await story.decide('reviewer', id, { verdict: 'request_changes', reason: 'Which?' });
        return id;
      },
      'with an extension under review': async () => {
        const id = await owned();
        await story.submit('owner', at(id), { kind: 'extension', fields: { dueOn: '2027-02-01' } });
        return id;
      },
      'with a closing under review': async () => {
        const id = await owned();
        await story.submit('owner', at(id), closing);
        return id;
      },
      'with a closing that was sent back': async () => {
        const id = await owned();
        await story.submit('manager', at(id), closing);
        await story.decide('reviewer', id, { verdict: 'request_changes', reason: 'Why now?' });
        return id;
      },
      'that is closed': async () => {
        const id = await owned();
        await story.submit('owner', at(id), closing);
        await story.approve(id);
        return id;
      },
    };
    it.each(Object.keys(states))('%s', (state) => expectTruth(states[state]!, offer));
  });

  describe('a task', () => {
    const at = (id: string, sub = '') => story.tasks(`/${id}${sub}`);
    const offer = async (who: Who, id: string): Promise<Offer> => {
      const { body } = await story.as(who).get(at(id)).expect(200);
      const { version, recordVersion: baseVersion, status } = body as Task;
      const as = story.as(who);
      const move = (to: string) => () =>
        as.post(at(id, '/transition')).send({ to, ...(to === 'dropped' ? { reason: 'Moot.' } : {}) });
      return {
        abilities: body.abilities,
        acts: {
          change: () => as.patch(at(id)).send({ version, title: 'Another title' }),
          assign: () => as.patch(at(id)).send({ version, dueOn: '2027-01-01' }),
          claim: () => as.post(at(id, '/claim')),
          start: move('in_progress'),
          drop: move('dropped'),
          reopen: move(status === 'dropped' ? 'todo' : 'in_progress'),
          submit: () => as.post(at(id, '/submissions')).send({ narrative: 'As it stands now.', baseVersion }),
          addEvidence: link(who, id),
        },
      };
    };
    const make = async (given: object = {}) =>
      (await story.task((await story.owned()).id, { assigneeId: story.id('bystander'), ...given })).id;
    const states: Record<string, () => Promise<string>> = {
      'to do': make,
      'that waits for its team': () => make({ assigneeId: undefined, teamId }),
      'under review': async () => {
        const id = await make();
        await story.submit('bystander', at(id));
        return id;
      },
      'that was sent back': async () => {
        const id = await make();
        await story.submit('bystander', at(id));
        await story.decide('reviewer', id, { verdict: 'request_changes', reason: 'Which?' });
        return id;
      },
      'that is done': async () => {
        const id = await make();
        await story.submit('bystander', at(id), { progress: 100 });
        await story.approve(id);
        return id;
      },
      'that was dropped': async () => {
        const id = await make();
        await story.as('manager').post(at(id, '/transition')).send({ to: 'dropped', reason: 'Moot.' }).expect(200);
        return id;
      },
      'below what is closed': async () => {
        const { id: above } = await story.owned();
        const { id } = await story.task(above, { assigneeId: story.id('bystander') });
        await story.submit('owner', story.recommendations(`/${above}`), {
          kind: 'closing',
          fields: { outcome: 'implemented' },
        });
        await story.approve(above);
        return id;
      },
    };
    // starting what was never closed and reopening what was is one request, by which the state decides what it is
    const sameRequest: Record<string, string[]> = {
      'to do': ['reopen'],
      'that waits for its team': ['reopen'],
      'below what is closed': ['reopen'],
      'that is done': ['start'],
    };
    it.each(Object.keys(states))('%s', (state) => expectTruth(states[state]!, offer, sameRequest[state]));
  });

  describe('a submission', () => {
    const made = new Map<string, string>();
    const offer = async (who: Who, id: string): Promise<Offer> => {
      const { body } = await story
        .as(who)
        .get(w(`/submissions/${id}`))
        .expect(200);
      const submission = body as Submission;
      const as = story.as(who);
      const { baseVersion, kind, fields } = submission;
      const open =
        submission.run.stages.find((stage) => ['open', 'blocked'].includes(stage.state) && stage.kind === 'approval')
          ?.key ?? 'review';
      return {
        abilities: body.abilities,
        acts: {
          withdraw: () => as.post(w(`/submissions/${id}/withdraw`)),
          revise: () =>
            as
              .post(story.recommendations(`/${submission.item.id}/submissions`))
              .send({ kind, fields, narrative: 'Said better.', baseVersion, revises: id }),
          cancel: () => as.post(w(`/submissions/${id}/cancel`)).send({ reason: 'Enough.' }),
          override: () => as.post(w(`/submissions/${id}/override`)).send({ stageKey: open, reason: 'It cannot wait.' }),
          amend: () =>
            as
              .post(w(`/submissions/${id}/amendment`))
              .send({ stageKey: open, addMemberIds: [story.id('leader')], reason: 'One more.' }),
        },
      };
    };
    const handIn = async (kind: 'update' | 'closing' = 'update') => {
      const { id } = await story.owned();
      const fields = kind === 'closing' ? { outcome: 'implemented' } : {};
      const submission = await story.submit(kind === 'closing' ? 'manager' : 'owner', story.recommendations(`/${id}`), {
        kind,
        fields,
      });
      made.set(submission.id, id);
      return submission.id;
    };
    const sentBack = async (kind: 'update' | 'closing' = 'update') => {
      const id = await handIn(kind);
      await story.decide('reviewer', made.get(id)!, { verdict: 'request_changes', reason: 'Which?' });
      return id;
    };
    const states: Record<string, () => Promise<string>> = {
      'under review': handIn,
      'that was sent back': sentBack,
      'of a closing that was sent back': () => sentBack('closing'),
      'that was rejected': async () => {
        const id = await handIn();
        await story.decide('reviewer', made.get(id)!, { verdict: 'reject', reason: 'No.' });
        return id;
      },
      'whose place another revision took': async () => {
        const id = await sentBack();
        await story.submit('owner', story.recommendations(`/${made.get(id)}`), { narrative: 'In other words.' });
        return id;
      },
    };
    // after an end, the same request begins a new submission: that is `submit`, an ability of the item
    it.each(Object.keys(states))('%s', (state) =>
      expectTruth(states[state]!, offer, state === 'that was rejected' ? ['revise'] : []),
    );
  });

  describe('an approval', () => {
    const ofReviewer = async (): Promise<string> => {
      const { id } = await story.owned();
      await story.submit('owner', story.recommendations(`/${id}`));
      return (
        await story
          .as('reviewer')
          .get(w(`/approvals?mine=true&item=${id}`))
          .expect(200)
      ).body.items[0].id;
    };
    const offer = async (who: Who, id: string): Promise<Offer> => {
      const { body } = await story
        .as(who)
        .get(w(`/approvals/${id}`))
        .expect(200);
      const { body: listed } = await story
        .as(who)
        .get(w(`/approvals?item=${body.item.id}&limit=200`))
        .expect(200);
      const summary = listed.items.find((item: { id: string }) => item.id === id);
      // the list says it without the whole run, and must say the same
      expect([who, summary.abilities.decide === true]).toEqual([who, body.abilities.decide === true]);
      return {
        abilities: body.abilities,
        acts: {
          decide: () =>
            story
              .as(who)
              .post(w(`/approvals/${id}/decision`))
              .send({ verdict: 'approve', submissionHash: body.submissionHash }),
        },
      };
    };
    const states: Record<string, () => Promise<string>> = {
      'that is open': ofReviewer,
      'that was decided': async () => {
        const id = await ofReviewer();
        const { body } = await story.as('reviewer').get(w(`/approvals/${id}`));
        await story
          .as('reviewer')
          .post(w(`/approvals/${id}/decision`))
          .send({ verdict: 'abstain', submissionHash: body.submissionHash })
          .expect(200);
        return id;
      },
      'whose submission was cancelled': async () => {
        const id = await ofReviewer();
        const { body } = await story.as('reviewer').get(w(`/approvals/${id}`));
        await story
          .as('manager')
          .post(w(`/submissions/${body.submissionId}/cancel`))
          .send({ reason: 'Enough.' })
          .expect(200);
        return id;
      },
    };
    it.each(Object.keys(states))('%s', (state) => expectTruth(states[state]!, offer));
  });
});
