import { writeFileSync } from 'node:fs';
import { countAfresh } from '@uptake/cli';
import { HeadKey, openDatabase, systemContext, vacuumAnalyse } from '@uptake/persistence';
import { readCanonicalData, readCanonicalTasks } from './canonical-data.js';
import { LIMIT_DATABASE, databaseOf, onDatabase } from './limit-database.js';
import { makeTask } from './made-task.js';
import { SLUG, makeWorkspace } from './made-workspace.js';

const PAGE = 5_000;

/** What our adapter needs to know of the workspace; by the kit's own numbers. */
export interface LoadedWorkspace {
  slug: string;
  memberIds: Record<number, string>;
  recommendationIds: Record<number, string>;
  /** The task numbered i + 1. */
  taskIds: string[];
  /** Each can be decided once: id, the kit's user asked, hash of what is judged, project. */
  requests: [id: string, user: number, submissionHash: string, project: number][];
}

/** The kit's data as a workspace of ours, in one transaction: audit trail sealed, counts kept. Writes `file` for the adapter. */
export async function loadWorkspace(ownerUrl: string, appSecret: string, file: string): Promise<void> {
  const system = await openDatabase({
    ownerUrl,
    appSecret,
    as: 'system',
    poolSize: 1,
    applicationName: 'uptake-bench',
  });
  try {
    const loaded = await onDatabase(databaseOf(ownerUrl, LIMIT_DATABASE), async (limit) => {
      const data = await readCanonicalData(limit);
      const made = makeWorkspace(data);
      const userOf = new Map([...made.members].map(([user, { memberId }]) => [memberId, user]));
      const taskIds: string[] = [];
      const requests: LoadedWorkspace['requests'] = [];
      await system.transaction(systemContext(), async (outside) => {
        const tx = await outside.enter(systemContext(made.workspaceId));
        for (let first = 1; first <= data.tasks; first += PAGE) {
          for (const task of await readCanonicalTasks(limit, first, first + PAGE - 1)) {
            const { id, asked } = makeTask(made, task);
            taskIds.push(id);
            if (asked)
              requests.push([asked.id, userOf.get(asked.memberId) ?? 0, asked.submissionHash, task.project_id]);
          }
          made.trail.seal();
          await made.rows.write(tx);
        }
        made.rows.add('counter', { workspace_id: made.workspaceId, name: 'task', value: data.tasks });
        made.trail.sign(new HeadKey(appSecret));
        await made.rows.write(tx);
        await countAfresh(tx, made.workspaceId);
      });
      return {
        slug: SLUG,
        memberIds: Object.fromEntries([...made.members].map(([user, { memberId }]) => [user, memberId])),
        recommendationIds: Object.fromEntries([...made.recommendations].map(([project, { id }]) => [project, id])),
        taskIds,
        requests,
      } satisfies LoadedWorkspace;
    });
    await vacuumAnalyse(ownerUrl);
    writeFileSync(file, JSON.stringify(loaded));
  } finally {
    await system.close();
  }
}
