import { Injectable } from '@nestjs/common';
import { ClosingFields, ExtensionFields, type Rating, ResponseFields, type SubmissionKind } from '@uptake/contracts';
import { DomainError, closingOf, readSubmissionFields, requireLaterDate, requireOpen } from '@uptake/domain';
import { ItemRepository, type ItemRow, JudgedItemRepository, type Transaction } from '@uptake/persistence';

export interface OfferedSubmission {
  itemId: string;
  kind: SubmissionKind;
  fields: Record<string, unknown>;
  progress: number | null;
  rating: Rating | null;
}

/** Which submissions a recommendation takes as it stands. */
@Injectable()
export class AcceptSubmission {
  constructor(
    private readonly items: ItemRepository,
    private readonly judged: JudgedItemRepository,
  ) {}

  /** Throws `invalid_state` on a closed one, `submission_under_way` where one waits for the other, `invalid_input` naming fields. */
  async execute(tx: Transaction, offered: OfferedSubmission): Promise<void> {
    const item = await this.items.get(tx, offered.itemId);
    requireOpen(item);
    await this.requireTurn(tx, offered);
    await this.requireFields(tx, item, offered);
  }

  /** A closing ends everything: it waits for whatever is under way, and nothing new begins beside it. */
  private async requireTurn(tx: Transaction, { itemId, kind }: OfferedSubmission): Promise<void> {
    const others = (await this.judged.underWay(tx, itemId)).filter((other) => other !== kind);
    const inTheWay = kind === 'closing' ? others[0] : others.find((other) => other === 'closing');
    if (inTheWay) throw new DomainError('submission_under_way', { detail: `It waits for the ${inTheWay} under way` });
  }

  private async requireFields(
    tx: Transaction,
    item: ItemRow,
    { kind, fields, progress, rating }: OfferedSubmission,
  ): Promise<void> {
    const says = { progress: progress !== null, rating: rating !== null };
    if (kind === 'response' || kind === 'extension')
      refuse(kind, says.progress ? 'progress' : says.rating ? 'rating' : undefined);
    if (kind === 'response') readSubmissionFields(ResponseFields, fields);
    if (kind === 'extension') requireLaterDate(item.due_on, readSubmissionFields(ExtensionFields, fields).dueOn);
    if (kind === 'closing') {
      const { supersededBy } = closingOf(item.id, readSubmissionFields(ClosingFields, fields));
      if (supersededBy && (await this.items.get(tx, supersededBy)).kind !== 'recommendation')
        throw new DomainError('not_found', { detail: 'No such successor' });
    }
  }
}

function refuse(kind: SubmissionKind, field: string | undefined): void {
  if (!field) return;
  const message =
    kind === 'response' ? `A response says nothing of the ${field}` : `An extension says nothing of the ${field}`;
  throw new DomainError('invalid_input', { errors: [{ path: field, code: 'not_for_kind', message }] });
}
