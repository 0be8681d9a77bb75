import type { Role } from '@uptake/contracts';
import { SeededRandom } from './random.js';

const DAY = 86_400_000;
const verbs = ['Draft', 'Agree', 'Publish', 'Review', 'Collect', 'Translate', 'Count', 'Fund', 'Train', 'Inspect'];
const things = ['the register', 'the budget line', 'the tender', 'the minutes', 'the survey', 'the training plan', 'the voter roll', 'the grant report', 'the contract', 'the schedule'];
const places = ['in the north', 'in the capital', 'for the ports', 'for schools', 'with partners', 'for the courts', 'in three districts', 'with the ministry'];
const statuses = ['todo', 'todo', 'todo', 'in_progress', 'in_progress', 'done', 'done', 'done', 'dropped'] as const;
const kinds = ['general', 'conditional_funding', 'scholarships', 'election_assistance', 'displacement_funding'] as const;
const ratings = [null, 'not_started', 'limited', 'substantial', 'complete'] as const;
const rolesOf: Role[][] = [['admin'], ['manager'], ['manager'], ['reviewer'], ['leader']];

export interface MadePerson {
  userId: string;
  memberId: string;
  name: string;
  email: string;
  roles: Role[];
  token: string;
}

/** Everything of one made workspace as plain rows, the same for the same seed. Instants in milliseconds, dates as text. */
export class MadeRows {
  readonly random: SeededRandom;
  readonly workspaceId: string;
  readonly people: MadePerson[];
  readonly teams: Array<{ id: string; name: string }>;
  private readonly start: number;

  constructor(
    readonly slug: string,
    seed: number,
    readonly now: number,
    people: number,
  ) {
    this.random = new SeededRandom(seed);
    this.start = now - 300 * DAY;
    this.workspaceId = this.random.uuid(this.start);
    this.people = Array.from({ length: people }, (_, i) => ({
      userId: this.random.uuid(this.start),
      memberId: this.random.uuid(this.start),
      name: `Person ${i + 1}`,
      email: `person${i + 1}@${slug}.example`,
      roles: rolesOf[i] ?? ['contributor'],
      token: `upt_${this.random.hex(40)}`,
    }));
    this.teams = Array.from({ length: 10 }, (_, i) => ({ id: this.random.uuid(this.start), name: `Team ${i + 1}` }));
  }

  recommendations(count: number) {
    return Array.from({ length: count }, (_, i) => {
      const at = this.start + this.random.below(200) * DAY;
      const closed = this.random.next() < 0.2;
      const id = this.random.uuid(at);
      return {
        id, root_id: id, at: new Date(at).toISOString(), reference: `GEN-${String(i + 1).padStart(2, '0')}`, title: this.title(),
        owner_id: this.random.next() < 0.9 ? this.random.pick(this.people).memberId : null,
        status: closed ? 'closed' : 'open', lifecycle: closed ? 'closed' : 'open', due_on: this.dueOn(), blueprint: this.random.pick(kinds), rating: this.random.pick(ratings), outcome: closed ? 'implemented' : null,
      };
    });
  }

  /** A page of tasks, so that a hundred thousand of them need not be in memory at once. */
  tasks(first: number, count: number, recommendationIds: readonly string[]) {
    return Array.from({ length: count }, (_, i) => {
      const at = this.start + this.random.below(290) * DAY;
      const status = this.random.pick(statuses);
      const root = this.random.pick(recommendationIds);
      const ofTeam = this.random.next() < 0.1;
      return {
        id: this.random.uuid(at), root_id: root, parent_id: root, at: new Date(at).toISOString(), reference: String(first + i), number: first + i, title: this.title(), status,
        lifecycle: status === 'done' || status === 'dropped' ? 'closed' : 'open',
        owner_id: ofTeam ? null : this.random.pick(this.people).memberId, team_id: ofTeam ? this.random.pick(this.teams).id : null,
        due_on: this.dueOn(), progress: status === 'done' ? 100 : status === 'in_progress' ? this.random.below(100) : 0,
      };
    });
  }

  private title(): string {
    return `${this.random.pick(verbs)} ${this.random.pick(things)} ${this.random.pick(places)}`;
  }

  private dueOn(): string | null {
    return this.random.next() < 0.1 ? null : new Date(this.now + (this.random.below(240) - 90) * DAY).toISOString().slice(0, 10);
  }
}
