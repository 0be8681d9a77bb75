import type { Workflow, WorkflowVersionView } from '@uptake/contracts';
import type { Person } from './people.js';
import type { ReviewWorld } from './review-world.js';

/** What an administrator does about workflows, in short; all through HTTP. */
export class WorkflowDesign {
  constructor(
    readonly world: ReviewWorld,
    readonly by: Person = world.people.admin,
  ) {}

  async named(key: string): Promise<Workflow> {
    const { body } = await this.world.as(this.by).get('/workflows').expect(200);
    const { id } = (body.items as Workflow[]).find((one) => one.key === key) ?? { id: `no workflow ${key}` };
    return (await this.world.as(this.by).get(`/workflows/${id}`).expect(200)).body;
  }

  async make(name: string, given: object = {}): Promise<Workflow> {
    const made = await this.world
      .as(this.by)
      .post('/workflows')
      .send({ name: { en: name }, subject: 'update', ...given });
    if (made.status !== 201) throw new Error(`${made.status} ${made.text}`);
    return made.body;
  }

  async draft(workflowId: string): Promise<WorkflowVersionView> {
    return (await this.world.as(this.by).post(`/workflows/${workflowId}/versions`).send({}).expect(201)).body;
  }

  async version(workflowId: string, number: number): Promise<WorkflowVersionView> {
    return (await this.world.as(this.by).get(`/workflows/${workflowId}/versions/${number}`).expect(200)).body;
  }

  save(draft: WorkflowVersionView, definition: unknown, by: Person = this.by) {
    return this.world
      .as(by)
      .patch(`/workflows/${draft.workflow.id}/versions/${draft.number}`)
      .send({ version: draft.version, definition });
  }

  publish(draft: WorkflowVersionView, given: object = {}, by: Person = this.by) {
    return this.world
      .as(by)
      .post(`/workflows/${draft.workflow.id}/versions/${draft.number}/publish`)
      .send({ note: 'As agreed.', ...given });
  }

  retire(workflowId: string, number: number, by: Person = this.by) {
    return this.world.as(by).post(`/workflows/${workflowId}/versions/${number}/retire`);
  }

  /** A draft of this workflow with one stage changed, published. */
  async publishChanged(workflowId: string, stageKey: string, change: object): Promise<WorkflowVersionView> {
    const draft = await this.draft(workflowId);
    const saved = await this.save(draft, changed(draft, stageKey, change)).expect(200);
    return (await this.publish(saved.body).expect(200)).body;
  }
}

export const changed = ({ definition }: WorkflowVersionView, stageKey: string, change: object) => ({
  ...definition,
  stages: definition.stages.map((stage) => (stage.key === stageKey ? { ...stage, ...change } : stage)),
});
