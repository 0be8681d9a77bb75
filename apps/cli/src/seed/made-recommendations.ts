import type { Rating, Visibility } from '@uptake/contracts';
import type { AudienceFacts } from '@uptake/domain';
import { type MadeNotices } from './made-notices.js';
import { type MadeRuns, type RunFate, type RunLeft } from './made-run.js';
import { DAY, type MadeWorld, dateOf, madeDueOn, sha256 } from './made-world.js';
import { briefTopics, headings, madeTitle } from './made-words.js';
import type { SealedTrail } from './sealed-trail.js';

/** What tasks need to know of the recommendation they stand under. */
export interface MadeRecommendation {
  id: string;
  ownerId: string | null;
  visibility: Visibility;
  at: number;
}

const kinds = [
  'general',
  'general',
  'conditional_funding',
  'scholarships',
  'election_assistance',
  'displacement_funding',
] as const;
const responses = [null, 'accepted', 'accepted', 'partially_accepted', 'noted', 'rejected'] as const;
const outcomes = ['implemented', 'implemented', 'not_implemented', 'overtaken_by_events'] as const;
const ratings: readonly Rating[] = ['not_started', 'limited', 'substantial', 'complete'];

/** Briefs with their text and passages, and the recommendations that came of them. */
export class MadeRecommendations {
  constructor(
    private readonly world: MadeWorld,
    private readonly trail: SealedTrail,
    private readonly notices: MadeNotices,
    private readonly runs: MadeRuns,
  ) {}

  make(count: number): MadeRecommendation[] {
    const perBrief = Math.ceil(count / briefTopics.length);
    return briefTopics.flatMap((topic, i) => this.brief(topic, `MB${i + 1}`, Math.min(perBrief, count - i * perBrief)));
  }

  private brief(topic: string, prefix: string, count: number): MadeRecommendation[] {
    if (count <= 0) return [];
    const { random, rows, workspaceId, start, managerIds } = this.world;
    const at = start + random.below(60) * DAY;
    const briefId = random.uuid(at);
    const importer = random.pick(managerIds);
    const perSection = Math.ceil(count / headings.length);
    let text = `${topic}\n`;
    const made: MadeRecommendation[] = [];
    const sections: Record<string, unknown>[] = [];
    const passages: Record<string, unknown>[] = [];
    headings.forEach((heading, position) => {
      const sectionId = random.uuid(at);
      text += `\n${heading}\n\n`;
      sections.push({
        workspace_id: workspaceId,
        id: sectionId,
        brief_id: briefId,
        position,
        heading,
        kind: 'recommendation',
        char_start: text.length - heading.length - 2,
      });
      for (
        let number = position * perSection + 1;
        number <= Math.min(count, (position + 1) * perSection);
        number += 1
      ) {
        const { name } = random.pick(this.world.parties);
        const title = madeTitle(random);
        const words = `The ${name} should ${title.charAt(0).toLowerCase()}${title.slice(1)}.`;
        text += `${number}. `;
        const charStart = text.length;
        text += `${words}\n`;
        const range = [charStart, charStart + words.length];
        const passage = { id: random.uuid(at), text: words };
        passages.push({
          workspace_id: workspaceId,
          id: passage.id,
          brief_id: briefId,
          section_id: sectionId,
          kind: 'recommendation',
          text: words,
          number: String(number),
          ranges: JSON.stringify([range]),
          char_start: range[0],
          char_end: range[1],
          confidence: 0.9,
          addressees: JSON.stringify([name]),
          state: 'confirmed',
        });
        made.push(
          this.one({
            briefId,
            sectionId,
            passage,
            title,
            reference: `${prefix}-${String(number).padStart(2, '0')}`,
            importer,
            importedAt: at,
          }),
        );
      }
    });
    rows.add('brief', {
      workspace_id: workspaceId,
      id: briefId,
      title: topic,
      reference_prefix: prefix,
      sha256: sha256(text),
      size_bytes: Buffer.byteLength(text),
      text,
      language: 'en',
      direction: 'ltr',
      status: 'confirmed',
      imported_by: importer,
      created_at: new Date(at),
      updated_at: new Date(at + DAY),
      confirmed_at: new Date(at + DAY),
    });
    rows.add('brief_section', ...sections);
    rows.add('passage', ...passages);
    rows.add('counter', { workspace_id: workspaceId, name: `ref:${prefix}`, value: count });
    this.trail.add({
      type: 'brief.confirmed',
      at: new Date(at + DAY),
      actorId: importer,
      subject: { kind: 'brief', id: briefId },
      correlation: `made-${briefId}`,
      data: { recommendations: count },
    });
    return made;
  }

  private one(from: {
    briefId: string;
    sectionId: string;
    passage: { id: string; text: string };
    title: string;
    reference: string;
    importer: string;
    importedAt: number;
  }): MadeRecommendation {
    const { random, rows, workspaceId, people, teams, parties, now } = this.world;
    const at = from.importedAt + DAY;
    const id = random.uuid(at);
    const visibility: Visibility = random.chance(0.97) ? 'workspace' : random.pick(['participants', 'confidential']);
    const isClosed = random.chance(0.2);
    const ofTeam = random.chance(0.08);
    const ownerId =
      ofTeam || random.chance(0.06) ? null : random.pick(random.chance(0.25) ? people.slice(0, 20) : people).memberId;
    const team = ofTeam ? random.pick(teams) : null;
    const item: AudienceFacts['item'] = {
      ownerId,
      teamId: team?.id ?? null,
      teamMemberIds: team?.memberIds ?? [],
      contributorIds: [],
      rootOwnerId: null,
    };
    const { importer, reference, title } = from;
    const created = {
      type: 'recommendation.created' as const,
      at: new Date(at),
      actorId: importer,
      subject: { kind: 'recommendation', id },
      itemId: id,
      correlation: `made-${from.briefId}`,
      data: { reference, visibility },
      personal: { title, text: from.passage.text },
    };
    this.trail.add(created);
    if (ownerId) {
      const assigned = {
        ...created,
        type: 'recommendation.assigned' as const,
        at: new Date(at + DAY),
        data: { ownerId: { from: null, to: ownerId } },
        personal: {},
      };
      const { personal: _none, ...entry } = assigned;
      this.notices.tell(this.trail.add(entry), entry, { item });
    }
    const run = ownerId && visibility === 'workspace' ? this.runOf(id, item, ownerId, isClosed) : null;
    const rating = run?.left.verifiedRating ?? null;
    const closedAt = isClosed ? Math.max(run?.left.movedAt ?? 0, now - (5 + random.below(120)) * DAY) : null;
    rows.add('item', {
      workspace_id: workspaceId,
      id,
      kind: 'recommendation',
      reference,
      parent_id: null,
      root_id: id,
      title,
      owner_id: ownerId,
      team_id: team?.id ?? null,
      visibility,
      lifecycle: isClosed ? 'closed' : 'open',
      status: isClosed ? 'closed' : 'open',
      priority: random.pick(['low', 'normal', 'normal', 'normal', 'high', 'urgent']),
      due_on: madeDueOn(this.world),
      waiting: run?.left.isWaiting ?? false,
      record_version: run?.left.recordVersion ?? 0,
      created_by: importer,
      created_at: new Date(at),
      updated_at: new Date(Math.max(at + DAY, run?.left.movedAt ?? 0, closedAt ?? 0)),
      closed_at: closedAt ? new Date(closedAt) : null,
    });
    const response = random.pick(responses);
    rows.add('recommendation', {
      workspace_id: workspaceId,
      item_id: id,
      blueprint: random.pick(kinds),
      text: from.passage.text,
      language: 'en',
      direction: 'ltr',
      brief_id: from.briefId,
      section_id: from.sectionId,
      passage_id: from.passage.id,
      response,
      response_part: response === 'partially_accepted' ? 'The first half' : null,
      response_reason: response ? `Decided on ${dateOf(at + 9 * DAY)}` : null,
      responded_by: response ? importer : null,
      responded_at: response ? new Date(at + 9 * DAY) : null,
      outcome: isClosed ? random.pick(outcomes) : null,
      outcome_reason: isClosed ? 'By the record as it stood' : null,
      reported_rating: run?.left.recordVersion ? run.rating : null,
      verified_rating: rating,
      progress: run?.left.recordVersion ? run.progress : null,
    });
    rows.add('recommendation_addressee', {
      workspace_id: workspaceId,
      item_id: id,
      party_id: random.pick(parties).id,
      position: 1,
    });
    if (visibility !== 'workspace')
      rows.add('item_participant', { workspace_id: workspaceId, item_id: id, member_id: importer, part: 'named' });
    for (const { memberId, part } of run?.left.parts ?? [])
      rows.add('item_participant', { workspace_id: workspaceId, item_id: id, member_id: memberId, part });
    return { id, ownerId, visibility, at };
  }

  /** An update on it, for seven in ten; what is closed has none under way. */
  private runOf(
    itemId: string,
    item: AudienceFacts['item'],
    submitterId: string,
    isClosed: boolean,
  ): { left: RunLeft; rating: Rating; progress: number } | null {
    const { random, now } = this.world;
    if (random.chance(0.3)) return null;
    const fate: RunFate = isClosed
      ? 'approved'
      : random.pick([
          'in_review',
          'in_sign_off',
          'changes_requested',
          'revised',
          'approved',
          'approved',
          'approved',
          'approved',
        ]);
    const rating = random.pick(ratings);
    const progress = rating === 'complete' ? 100 : random.below(90);
    const at = now - (fate === 'approved' ? 15 + random.below(150) : 6 + random.below(30)) * DAY;
    return { left: this.runs.make({ itemId, item, submitterId, at, fate, progress, rating }), rating, progress };
  }
}
