import type pg from 'pg';

/** The kit's data, as its `seed` schema has it: a project is a recommendation, members 0 and 1 of it decide. */
export interface CanonicalData {
  users: { id: number; login: string; name: string; mail: string; token: string }[];
  projects: { id: number; name: string }[];
  /** User ids of each project by its id, the two approvers first. */
  membersOf: ReadonlyMap<number, number[]>;
  tasks: number;
}

export interface CanonicalTask {
  id: number;
  project_id: number;
  assignee_id: number;
  author_id: number;
  /** 0 new, 1 in progress, 2 submitted, 3 sent back, 4 approved, 5 rejected */
  status: number;
  priority: number;
  due_on: string;
  created_at: Date;
  subject: string;
  description: string;
}

export async function readCanonicalData(limit: pg.Client): Promise<CanonicalData> {
  const users = await limit.query<CanonicalData['users'][number]>(
    `SELECT id, login, firstname || ' ' || lastname AS name, mail, token FROM seed.s_user ORDER BY id`,
  );
  const projects = await limit.query<CanonicalData['projects'][number]>(
    `SELECT id, name FROM seed.s_project ORDER BY id`,
  );
  const members = await limit.query<{ id: number; users: number[] }>(
    `SELECT project_id AS id, array_agg(user_id::int ORDER BY k) AS users FROM seed.s_member GROUP BY project_id`,
  );
  const tasks = await limit.query<{ n: number }>(`SELECT max(id)::int AS n FROM seed.s_task`);
  return {
    users: users.rows,
    projects: projects.rows,
    membersOf: new Map(members.rows.map(({ id, users: of }) => [id, of])),
    tasks: tasks.rows[0]?.n ?? 0,
  };
}

export async function readCanonicalTasks(limit: pg.Client, first: number, last: number): Promise<CanonicalTask[]> {
  const { rows } = await limit.query<CanonicalTask>(
    `SELECT id, project_id::int, assignee_id::int, author_id::int, status, priority::int, due_date::text AS due_on,
       created_at AT TIME ZONE 'UTC' AS created_at, subject, description
     FROM seed.s_task WHERE id BETWEEN $1 AND $2 ORDER BY id`,
    [first, last],
  );
  return rows;
}
