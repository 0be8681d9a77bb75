// Uptake for the kit's driver, which loads this file from its own folder of adapters. What the workspace holds was written down
// beside the kit's seed by the loader; how far its requests have been decided is kept there too, for each can be decided once.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = process.env.PEERS_DIR;
const base = process.env.UPTAKE_BASE;
const { slug, memberIds, recommendationIds, taskIds, requests } = JSON.parse(
  readFileSync(path.join(folder, 'uptake.json'), 'utf8'),
);
const decidedFile = path.join(folder, 'uptake.decided');
let decided = existsSync(decidedFile) ? Number(readFileSync(decidedFile, 'utf8')) : 0;
process.on('exit', () => writeFileSync(decidedFile, String(decided)));

const workspace = `/api/v1/workspaces/${slug}`;
const statuses = ['todo', 'in_progress'];
const priorities = ['low', 'normal', 'high', 'urgent'];
const as = (c, user) => ({ authorization: `Bearer ${c.token[user]}` });
const post = (c, user, place, body) => ({
  method: 'POST',
  path: `${workspace}/${place}`,
  headers: { ...as(c, user), 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const ops = {
  a(c) {
    const { id, assignee } = c.task();
    return { path: `${workspace}/tasks/${taskIds[id - 1]}`, headers: as(c, assignee) };
  },
  b(c) {
    const user = c.user();
    const asked = `assignee=${memberIds[user]}&status=${statuses[c.openStatus()]}&limit=50`;
    return { path: `${workspace}/tasks?${asked}`, headers: as(c, user) };
  },
  c(c) {
    const { project, assignee, author, priority, due, subject, description } = c.newTask();
    return post(c, author, `recommendations/${recommendationIds[project]}/tasks`, {
      title: subject,
      description,
      assigneeId: memberIds[assignee],
      dueOn: due,
      priority: priorities[priority],
    });
  },
  d(c) {
    const next = requests[decided];
    if (!next) throw new Error('Every request has been decided: load the data afresh');
    decided += 1;
    return decision(c, next, next[1]);
  },
  // each recommendation is owned by a team of its own, so this is one group a recommendation, with its counts by status
  e: (c) => ({ path: `${workspace}/rollups?groupBy=team`, headers: as(c, c.user()) }),
  f: (c) => ({ path: `${workspace}/tasks?q=${c.word()}&sort=-number&limit=25`, headers: as(c, c.user()) }),
};

const decision = (c, [id, , submissionHash], user) =>
  post(c, user, `approvals/${id}/decision`, { verdict: 'approve', submissionHash });
const json = async (c, request) => {
  const { status, text } = await c.call(request);
  return { status, body: JSON.parse(text) };
};
const isSorted = (values) => String(values) === String(values.toSorted());

const verify = {
  async a(c) {
    const request = ops.a(c);
    const { status, body } = await json(c, request);
    const nobody = await c.call({ ...request, headers: { authorization: `Bearer ${'0'.repeat(40)}` } });
    return `${status}, ${body.title.split(' ').length} words; without a token of the workspace: ${nobody.status}`;
  },
  async b(c) {
    const { body } = await json(c, ops.b(c));
    return `${body.items.length} rows, sorted ${isSorted(body.items.map((task) => task.dueOn))}`;
  },
  async c(c) {
    const { status, body } = await json(c, ops.c(c));
    return `${status}, task ${body.number} for ${body.assignee.name}`;
  },
  async d(c) {
    const next = requests[decided];
    const worker = c.members[next[3]][5];
    const refused = await c.call(decision(c, next, worker));
    const { status, body } = await json(c, ops.d(c));
    const again = await c.call(decision(c, next, next[1]));
    return `${status}, ${body.submission.state}; a worker: ${refused.status}; a second time: ${again.status}`;
  },
  async e(c) {
    const { body } = await json(c, ops.e(c));
    return `${body.groups.length} groups of ${body.groups.reduce((sum, { total }) => sum + total, 0)}`;
  },
  async f(c) {
    const { body } = await json(c, ops.f(c));
    return `${body.items.length} hits`;
  },
};

export default {
  name: 'uptake',
  base,
  ops,
  verify,
  prepare: () => console.log(`uptake ${requests.length - decided} requests wait to be decided`),
  // the whole product: what the worker does for a request counts with it
  pids: () => process.env.UPTAKE_PIDS.split(','),
};
