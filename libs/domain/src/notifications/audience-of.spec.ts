import { describe, expect, it } from '@jest/globals';
import type { EventEnvelope, EventType } from '@uptake/contracts';
import { audienceOf } from './audience-of.js';
import type { AudienceFacts } from './concern.js';
import { eventTypesWithJob, jobOfEvent } from './job-of-event.js';

const event = (type: EventType, data: Record<string, unknown> = {}): EventEnvelope => ({
  id: 'e',
  type,
  version: 1,
  workspaceId: 'w',
  actorId: 'actor',
  subject: { kind: 'recommendation', id: 'i' },
  itemId: 'i',
  correlation: 'c',
  at: '2026-03-02T09:00:00.000Z',
  data,
});
const facts: AudienceFacts = {
  item: {
    ownerId: 'owner',
    teamId: null,
    teamMemberIds: ['one', 'two'],
    contributorIds: ['helper'],
    rootOwnerId: 'above',
  },
  run: { submitterId: 'writer', editorIds: ['writer', 'editor'], askedIds: ['judge'] },
  request: { memberId: 'judge', isOpen: true, delegateIds: ['stand-in'] },
  managerIds: ['boss'],
};
const told = (type: EventType, data: Record<string, unknown> = {}, given: AudienceFacts = facts) =>
  audienceOf(event(type, data), given).map(({ memberId, reason }) => `${memberId}:${reason}`);

describe('who is told', () => {
  it('the owner of what was newly assigned to them, by mail too', () => {
    expect(audienceOf(event('recommendation.assigned', { ownerId: { from: null, to: 'owner' } }), facts)).toEqual([
      { memberId: 'owner', reason: 'assigned', channels: ['in_app', 'mail'] },
    ]);
  });

  it('not who was named in between, nor who contributed before', () => {
    expect(told('recommendation.assigned', { ownerId: { from: null, to: 'someone else' } })).toEqual([]);
    expect(
      told(
        'recommendation.assigned',
        { contributorIds: { from: ['helper'], to: ['helper', 'new'] } },
        { ...facts, item: { ...facts.item!, ownerId: null, contributorIds: ['helper', 'new'] } },
      ),
    ).toEqual(['new:contributor']);
  });

  it('the owner of a changed date, in Uptake alone', () => {
    expect(audienceOf(event('task.assigned', { dueOn: { from: null, to: '2026-05-01' } }), facts)).toEqual([
      { memberId: 'owner', reason: 'owner', channels: ['in_app'] },
    ]);
  });

  it('whoever a task was made for, not who got it since', () => {
    expect(
      told(
        'task.created',
        { assigneeId: 'owner', teamId: null },
        { ...facts, item: { ...facts.item!, teamMemberIds: [] } },
      ),
    ).toEqual(['owner:assigned', 'above:owner']);
    expect(
      told(
        'task.created',
        { assigneeId: null, teamId: null },
        { ...facts, item: { ...facts.item!, teamMemberIds: [] } },
      ),
    ).toEqual(['above:owner']);
  });

  it('everybody in a team that was given something', () => {
    expect(
      told(
        'recommendation.assigned',
        { teamId: { from: null, to: 't' } },
        {
          ...facts,
          item: { ownerId: null, teamId: 't', teamMemberIds: ['one', 'two'], contributorIds: [], rootOwnerId: null },
        },
      ),
    ).toEqual(['one:team_assigned', 'two:team_assigned']);
  });

  it('the person asked to decide, as long as they are asked', () => {
    expect(told('approval-request.opened')).toEqual(['judge:decision_needed', 'stand-in:acting_for']);
    const over = audienceOf(event('approval-request.opened'), {
      ...facts,
      request: { memberId: 'judge', isOpen: false, delegateIds: [] },
    });
    expect(over).toEqual([
      { memberId: 'judge', reason: 'decision_needed', channels: ['in_app', 'mail'], moot: 'request_closed' },
    ]);
  });

  it('both whom a delegation names, but not who made it', () => {
    expect(told('delegation.created', { fromId: 'absent', toId: 'stand-in' })).toEqual([
      'stand-in:delegation',
      'absent:delegation',
    ]);
    expect(told('delegation.revoked', { fromId: 'actor', toId: 'stand-in' })).toEqual(['stand-in:delegation']);
  });

  it('the writers and owners of what was judged', () => {
    expect(told('submission.approved')).toEqual([
      'writer:your_submission',
      'editor:your_submission',
      'owner:owner',
      'above:owner',
    ]);
  });

  it('those who have not answered yet of a reminder; it is over for whoever has since', () => {
    const reminded = audienceOf(event('stage.reminded', { memberIds: ['judge', 'other judge'] }), facts);
    expect(reminded).toEqual([
      { memberId: 'judge', reason: 'decision_needed', channels: ['in_app', 'mail'] },
      { memberId: 'other judge', reason: 'decision_needed', channels: ['in_app', 'mail'], moot: 'request_closed' },
    ]);
  });

  it('those whom an escalation names but does not ask, and the managers where it names nobody', () => {
    const data = { memberIds: ['chief', 'deputy'], added: [{ id: 'r', memberId: 'deputy' }] };
    expect(told('stage.escalated', data)).toEqual(['chief:escalation']);
    expect(told('stage.escalated', { memberIds: [], added: [] })).toEqual(['boss:manager']);
  });

  it('all who can end the waiting of a stage whose time is up, and of one that ended only the writers and owners', () => {
    expect(told('stage.timed-out', { outcome: 'escalate' })).toEqual([
      'judge:decision_needed',
      'writer:your_submission',
      'boss:manager',
    ]);
    expect(told('stage.timed-out', { outcome: 'expire' })).toEqual([]);
    expect(told('submission.expired')[0]).toBe('writer:your_submission');
  });

  it('nobody of their own act', () => {
    expect(told('submission.submitted', {}, { ...facts, managerIds: ['actor', 'boss'] })).toEqual([
      'owner:owner',
      'above:owner',
      'boss:manager',
    ]);
  });

  it('a manager who is asked to decide only of the decision', () => {
    expect(told('submission.submitted', {}, { ...facts, managerIds: ['judge'] })).toEqual([
      'owner:owner',
      'above:owner',
    ]);
  });

  it('one person once, by the strongest of several reasons and all of their channels', () => {
    const all = audienceOf(event('submission.approved'), { ...facts, item: { ...facts.item!, ownerId: 'writer' } });
    expect(all.filter(({ memberId }) => memberId === 'writer')).toEqual([
      { memberId: 'writer', reason: 'your_submission', channels: ['in_app', 'mail'] },
    ]);
  });

  it('nobody of an event that is only recorded', () => {
    expect(told('evidence.added')).toEqual([]);
  });
});

describe('the job of an event', () => {
  const relayed = (type: EventType) => ({ id: 'e', workspaceId: 'w', type, subjectId: 's' });

  it('is one for each of the types that have any, and none for the others', () => {
    for (const type of eventTypesWithJob) expect(jobOfEvent(relayed(type))?.id).toBe('e');
    expect(jobOfEvent(relayed('evidence.added'))).toBeNull();
  });

  it('reads an imported brief', () => {
    expect(jobOfEvent(relayed('brief.imported'))).toEqual({
      name: 'read-brief',
      id: 'e',
      payload: { workspaceId: 'w', briefId: 's' },
    });
  });
});
