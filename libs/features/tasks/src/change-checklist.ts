import { Injectable } from '@nestjs/common';
import type { TaskChange } from '@uptake/contracts';
import { DomainError } from '@uptake/domain';
import { type NewChecklistEntry, TaskRepository, type Transaction, newId } from '@uptake/persistence';

export interface ChecklistChange {
  /** How many entries, and how many of them done. */
  before: { total: number; done: number };
  after: { total: number; done: number };
  isReworded: boolean;
  words: { from: string[]; to: string[] };
}

@Injectable()
export class ChangeChecklist {
  constructor(private readonly tasks: TaskRepository) {}

  /** The list as a whole: entries that come with an id keep it, others are new. An id that is not on this list is named in `errors`. */
  async execute(
    tx: Transaction,
    taskId: string,
    wanted: NonNullable<TaskChange['checklist']>,
    at: Date,
  ): Promise<ChecklistChange> {
    const before = await this.tasks.checklist(tx, taskId);
    const known = new Set(before.map((entry) => entry.id));
    const errors = wanted.flatMap(({ id }, k) => {
      if (id === undefined || known.delete(id)) return [];
      return [
        {
          path: `checklist.${k}.id`,
          code: 'unknown_entry',
          message: 'This entry is not on the checklist, or stands in it twice',
        },
      ];
    });
    if (errors.length > 0) throw new DomainError('invalid_input', { errors });
    const after = wanted.map(({ id, text, done }) => ({ id: id ?? newId(at), text, done }));
    await this.tasks.replaceChecklist(tx, taskId, after);
    const words = { from: before.map((entry) => entry.text), to: after.map((entry) => entry.text) };
    return {
      before: tally(before),
      after: tally(after),
      isReworded: JSON.stringify(words.from) !== JSON.stringify(words.to),
      words,
    };
  }
}

const tally = (entries: readonly NewChecklistEntry[]) => ({
  total: entries.length,
  done: entries.filter((entry) => entry.done).length,
});
