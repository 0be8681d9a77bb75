import { randomUUID } from 'node:crypto';
import type { EventType, Visibility } from '@uptake/contracts';
import {
  type Database,
  RecommendationRepository,
  type Transaction,
  journal,
  newId,
  systemContext,
} from '@uptake/persistence';
import type { Person, TestWorkspace } from './people.js';

export interface MadeItem {
  id: string;
  reference: string;
}

/** Items and events written as a feature would write them, for tests of what follows from events. */
export class Happenings {
  private readonly recommendations = new RecommendationRepository();

  constructor(
    private readonly system: Database,
    private readonly workspace: TestWorkspace,
    private readonly at: () => Date,
  ) {}

  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.system.transaction(systemContext(this.workspace.id), work);
  }

  /** A recommendation that nobody owns yet, made by this person. */
  recommendation(
    by: Person,
    {
      visibility = 'workspace',
      named = [],
      title = 'Keep the pumps running',
    }: { visibility?: Visibility; named?: Person[]; title?: string } = {},
  ): Promise<MadeItem> {
    const id = newId(this.at());
    return this.transaction((tx) =>
      this.recommendations.insert(tx, {
        id,
        at: this.at(),
        timeZone: 'UTC',
        createdBy: by.memberId,
        referencePrefix: 'WAT',
        title,
        text: title,
        language: 'en',
        direction: 'ltr',
        visibility,
        namedMemberIds: [by, ...named].map(({ memberId }) => memberId),
      }),
    );
  }

  /** Gives it to its new owner and says so, in one transaction. Answers the event's id. */
  assign(by: Person, item: MadeItem, owner: Person): Promise<string> {
    return this.transaction(async (tx) => {
      await tx.query(`UPDATE item SET owner_id = $3 WHERE workspace_id = $1 AND id = $2`, [
        tx.workspaceId,
        item.id,
        owner.memberId,
      ]);
      return this.write(tx, 'recommendation.assigned', by, item.id, { ownerId: { from: null, to: owner.memberId } });
    });
  }

  /** An event about an item alone. Answers its id. */
  event(type: EventType, by: Person, item: MadeItem, data: Record<string, unknown> = {}): Promise<string> {
    return this.transaction((tx) => this.write(tx, type, by, item.id, data));
  }

  async write(
    tx: Transaction,
    type: EventType,
    by: Person,
    itemId: string,
    data: Record<string, unknown>,
  ): Promise<string> {
    const [id = ''] = await journal(tx, [
      {
        type,
        at: this.at(),
        actorId: by.memberId,
        subject: { kind: 'recommendation', id: itemId },
        itemId,
        data,
        correlation: randomUUID(),
      },
    ]);
    return id;
  }
}
