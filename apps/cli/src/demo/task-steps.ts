import type { Task } from '@uptake/contracts';
import type { DemoApi } from './demo-api.js';
import type { PlannedTask } from './demo-plan.js';
import { type Handed, decide, handIn } from './review-steps.js';
import { type Step, dayAfter } from './story-time.js';

/** A task from its making to the point it has reached by the end; `made` holds those before it. */
export function taskSteps(
  api: DemoApi,
  recommendation: string,
  plan: PlannedTask,
  day: number,
  end: Date,
  made: Task[],
): Step[] {
  let task: Task;
  const handed = (): Handed => ({ itemPath: `/tasks/${task.id}`, itemId: task.id });
  const move = (to: string, reason?: string) =>
    api.call('manager', 'POST', `/tasks/${task.id}/transition`, { to, ...(reason ? { reason } : {}) });
  const update = (narrative: string, progress: number) => handIn(api, plan.assignee, handed(), { narrative, progress });
  const steps: Step[] = [
    {
      day,
      run: async () => {
        const previous = made.at(-1);
        task = await api.call<Task>('manager', 'POST', `${recommendation}/tasks`, {
          title: plan.title,
          assigneeId: api.id(plan.assignee),
          dueOn: dayAfter(end, plan.due),
          checklist: (plan.checklist ?? []).map((text) => ({ text })),
          ...(plan.afterPrevious && previous ? { dependsOn: [previous.id] } : {}),
        });
        made.push(task);
      },
    },
  ];
  if (plan.reaches === 'todo') return steps;
  const later = Math.max(day + 3, plan.reaches === 'done' ? day + 8 : 49);
  steps.push({ day: day + 2, run: async () => void (await move('in_progress')) });
  switch (plan.reaches) {
    case 'dropped':
      return [
        ...steps,
        { day: later, run: async () => void (await move('dropped', 'The banks prefer to answer in writing.')) },
      ];
    case 'in_review':
      return [...steps, { day: later + 3, run: () => update('A first full draft is ready to be read.', 80) }];
    case 'at_sign_off':
      return [
        ...steps,
        { day: later, run: () => update('The method is agreed with the auditor, who has signed the minutes.', 100) },
        { day: later + 2, run: () => decide(api, handed(), 'reviewer', 'approve', {}) },
      ];
    case 'changes_requested':
      return [
        ...steps,
        { day: later, run: () => update('Nine universities have agreed.', 75) },
        {
          day: later + 2,
          run: () =>
            decide(api, handed(), 'reviewer', 'request_changes', {
              reason: 'Please name the nine, and say when the other three will answer.',
            }),
        },
      ];
    case 'done':
      return [
        ...steps,
        { day: later, run: () => update('Done as planned; the record is attached.', 100) },
        { day: later + 1, run: () => decide(api, handed(), 'reviewer', 'approve', {}) },
        { day: later + 2, run: () => decide(api, handed(), 'secondManager', 'approve', {}) },
      ];
    case 'in_progress':
      return steps;
  }
}
