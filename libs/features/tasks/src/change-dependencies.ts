import { Injectable } from '@nestjs/common';
import { DomainError, findDependencyCycle } from '@uptake/domain';
import { ItemRepository, TaskDependencyRepository, type Transaction } from '@uptake/persistence';

@Injectable()
export class ChangeDependencies {
  constructor(
    private readonly items: ItemRepository,
    private readonly dependencies: TaskDependencyRepository,
  ) {}

  /**
   * Makes a task depend on exactly these. Answers what it depended on before, of what the actor may see.
   * `dependency_cycle` names the way round by task numbers; a task hidden from the actor shows as `…`.
   */
  async execute(tx: Transaction, taskId: string, dependsOn: readonly string[]): Promise<string[]> {
    await this.dependencies.lock(tx);
    await this.dependencies.requireTasks(tx, dependsOn);
    const cycle = findDependencyCycle(taskId, dependsOn, await this.dependencies.reachable(tx, dependsOn));
    if (cycle) throw await this.refusal(tx, cycle);
    const before = await this.dependencies.of(tx, taskId);
    await this.dependencies.replace(tx, taskId, dependsOn);
    return before;
  }

  private async refusal(tx: Transaction, cycle: readonly string[]): Promise<DomainError> {
    const refs = await this.items.refs(tx, cycle);
    const path = cycle.map((id) => refs.get(id)?.reference ?? '…').join(' → ');
    const message = `These would wait for each other in a circle: ${path}`;
    return new DomainError('dependency_cycle', {
      detail: message,
      errors: [{ path: 'dependsOn', code: 'dependency_cycle', message }],
    });
  }
}
