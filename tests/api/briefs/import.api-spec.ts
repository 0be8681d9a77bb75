import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Passage } from '@uptake/contracts';
import { compareRollups, systemContext } from '@uptake/persistence';
import type { Person, TestWorkspace } from '../../support/people.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

const text = `LAGOONIA

NORA WRITER

ISSUES

- Courts are slow, and cases of fraud wait for years.
- Harbour fees differ from port to port.

INTERESTS

- Keep trade open in all seasons.

RECOMMENDATIONS

- The Ministry of Justice should publish waiting times of every court.
- Agree one tariff for all harbours. Print it at the gates.
- Train harbour clerks.
`;

describe('importing a brief', () => {
  let api: TestApi;
  let here: TestWorkspace;
  let manager: Person;
  let contributor: Person;
  let stranger: Person;

  beforeAll(async () => {
    api = await startTestApi();
    here = await api.world.workspace('here');
    manager = await api.world.person(here, 'amal', 'manager');
    contributor = await api.world.person(here, 'karim', 'contributor');
    stranger = await api.world.person(await api.world.workspace('elsewhere'), 'sara', 'admin');
  });
  afterAll(() => api?.stop());

  const briefs = (path = '') => `/workspaces/${here.slug}/briefs${path}`;
  const importText = async () => (await api.as(manager).post(briefs()).send({ text }).expect(202)).body.id as string;
  const passagesOf = async (id: string): Promise<Passage[]> =>
    (
      await api
        .as(manager)
        .get(briefs(`/${id}/passages`))
        .expect(200)
    ).body.items;
  const beginning = (passages: Passage[], words: string): Passage => {
    const found = passages.find((p) => p.text.startsWith(words));
    if (!found) throw new Error(`No passage begins with ${words}`);
    return found;
  };

  it('finds title, author and passages anchored to their words', async () => {
    const id = await importText();
    const { body: brief } = await api
      .as(contributor)
      .get(briefs(`/${id}`))
      .expect(200);
    expect(brief).toMatchObject({
      title: 'LAGOONIA',
      author: 'NORA WRITER',
      status: 'ready',
      language: 'en',
      direction: 'ltr',
      counts: { issues: 2, interests: 1, recommendations: 3 },
      abilities: { confirm: { reason: 'not_your_role' } },
    });
    const passages = await passagesOf(id);
    for (const passage of passages) {
      expect(
        passage.ranges
          .map(([a, b]) => brief.text.slice(a, b))
          .join(' ')
          .replace(/\s+/g, ' '),
      ).toBe(passage.text);
    }
    expect(beginning(passages, 'The Ministry').addressees).toEqual(['Ministry of Justice']);
  });

  it('takes a file, and names what is wrong with one it cannot read', async () => {
    const upload = (bytes: Buffer, name: string) => api.as(manager).post(briefs()).attach('file', bytes, name);
    const good = await upload(Buffer.from(text), 'lagoon brief.txt').field('title', 'Given').expect(202);
    expect((await api.as(manager).get(briefs(`/${good.body.id}`))).body).toMatchObject({
      fileName: 'lagoon brief.txt',
    });
    const utf16 = await upload(
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
      'wide.txt',
    ).expect(202);
    expect((await api.as(manager).get(briefs(`/${utf16.body.id}`))).body.counts.recommendations).toBe(3);
    const pdf = await upload(Buffer.from('%PDF-1.7 ...'), 'brief.pdf').expect(415);
    expect(pdf.body).toMatchObject({
      code: 'file_type_refused',
      detail: expect.stringContaining('brief.pdf is a PDF'),
    });
    const latin1 = await upload(Buffer.from('caf\xe9', 'latin1'), 'old.txt').expect(422);
    expect(latin1.body).toMatchObject({
      code: 'unreadable_file',
      detail: expect.stringContaining('old.txt is not UTF-8'),
    });
    expect((await upload(Buffer.from('  \n'), 'empty.txt').expect(422)).body.code).toBe('unreadable_file');
    expect((await api.as(manager).post(briefs()).field('title', 'x').expect(422)).body.code).toBe('invalid_input');
  });

  it('lets a manager retype, merge, split, add, link and name addressees, and nobody else', async () => {
    const id = await importText();
    let passages = await passagesOf(id);
    const fees = beginning(passages, 'Harbour fees');
    await api
      .as(contributor)
      .patch(briefs(`/${id}/passages/${fees.id}`))
      .send({ kind: 'context' })
      .expect(403);
    expect(
      (
        await api
          .as(manager)
          .patch(briefs(`/${id}/passages/${fees.id}`))
          .send({ kind: 'interest' })
          .expect(200)
      ).body.kind,
    ).toBe('interest');

    const tariff = beginning(passages, 'Agree one tariff');
    const at = tariff.ranges[0]![0] + tariff.text.indexOf('Print');
    const { body: halves } = await api
      .as(manager)
      .post(briefs(`/${id}/passages/${tariff.id}/split`))
      .send({ at, version: tariff.version })
      .expect(200);
    expect(halves.items.map((p: Passage) => p.text)).toEqual([
      'Agree one tariff for all harbours.',
      'Print it at the gates.',
    ]);

    const clerks = beginning(passages, 'Train');
    const { body: merged } = await api
      .as(manager)
      .post(briefs(`/${id}/passages/merge`))
      .send({ passageIds: [clerks.id, halves.items[1].id] })
      .expect(200);
    expect(merged).toMatchObject({
      id: halves.items[1].id,
      text: 'Print it at the gates. Train harbour clerks.',
      ranges: [expect.anything(), expect.anything()],
    });

    const linked = await api
      .as(manager)
      .patch(briefs(`/${id}/passages/${halves.items[0].id}`))
      .send({ links: [fees.id], addressees: ['The Port Authority'] })
      .expect(200);
    expect(linked.body).toMatchObject({ links: [fees.id], addressees: ['The Port Authority'] });
    const wrong = await api
      .as(manager)
      .patch(briefs(`/${id}/passages/${fees.id}`))
      .send({ links: [halves.items[0].id] })
      .expect(422);
    expect(wrong.body.errors[0]).toMatchObject({ path: 'links' });

    await api
      .as(manager)
      .delete(briefs(`/${id}/passages/${merged.id}`))
      .expect(204);
    const overlapping = await api
      .as(manager)
      .post(briefs(`/${id}/passages`))
      .send({ kind: 'issue', ranges: [[tariff.charStart, tariff.charStart + 5]] })
      .expect(422);
    expect(overlapping.body.errors[0]).toMatchObject({ path: 'ranges', message: expect.stringContaining('overlaps') });
    const added = await api
      .as(manager)
      .post(briefs(`/${id}/passages`))
      .send({ kind: 'recommendation', ranges: [[clerks.charStart, clerks.charEnd]] })
      .expect(201);
    expect(added.body).toMatchObject({ text: 'Train harbour clerks.', section: 'RECOMMENDATIONS' });
    passages = await passagesOf(id);
    expect(passages.map((p) => p.charStart)).toEqual([...passages.map((p) => p.charStart)].sort((a, b) => a - b));
  });

  it('makes records of what was confirmed, each with its reference, parties, links and source', async () => {
    const id = await importText();
    const passages = await passagesOf(id);
    const courts = beginning(passages, 'Courts');
    const publish = beginning(passages, 'The Ministry');
    await api
      .as(manager)
      .patch(briefs(`/${id}/passages/${publish.id}`))
      .send({ links: [courts.id] })
      .expect(200);
    const { body } = await api
      .as(manager)
      .post(briefs(`/${id}/confirm`))
      .send({})
      .expect(200);
    expect(body).toMatchObject({
      issues: [{ passageId: courts.id }, {}],
      interests: [{}],
      recommendations: [{ passageId: publish.id }, {}, {}],
    });
    const reference = body.recommendations[0].reference as string;
    expect(reference).toMatch(/^LGN-\d\d$/);
    const again = await passagesOf(id);
    expect(again.find((p) => p.id === publish.id)).toMatchObject({
      state: 'confirmed',
      reference,
      itemId: body.recommendations[0].id,
    });
    expect(
      (
        await api
          .as(manager)
          .patch(briefs(`/${id}/passages/${publish.id}`))
          .send({ kind: 'issue' })
          .expect(409)
      ).body.code,
    ).toBe('invalid_state');
    const parties = await api.as(contributor).get(`/workspaces/${here.slug}/parties`).expect(200);
    expect(parties.body.items.map((p: { name: string }) => p.name)).toContain('Ministry of Justice');
    const issues = await api.as(contributor).get(`/workspaces/${here.slug}/issues?brief=${id}`).expect(200);
    expect(issues.body.items.map((s: { recommendationCount: number }) => s.recommendationCount)).toEqual([1, 0]);
    expect(await compareRollups(api.system.reader(systemContext(here.id)))).toEqual([]);
  });

  it('confirms once when two confirm at once', async () => {
    const id = await importText();
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        api
          .as(manager)
          .post(briefs(`/${id}/confirm`))
          .send({}),
      ),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409]);
    const made = await api.system
      .reader(systemContext(here.id))
      .one<{ n: number }>(
        `SELECT count(*)::int AS n FROM recommendation r WHERE r.workspace_id = $1 AND r.brief_id = $2`,
        [here.id, id],
      );
    expect(made?.n).toBe(3);
  });

  it('is not there for people of another workspace', async () => {
    const id = await importText();
    await api
      .as(stranger)
      .get(briefs(`/${id}`))
      .expect(404);
    const elsewhere = `/workspaces/elsewhere/briefs/${id}`;
    await api.as(stranger).get(elsewhere).expect(404);
    await api.as(stranger).get(`${elsewhere}/passages`).expect(404);
    await api.as(stranger).post(`${elsewhere}/confirm`).send({}).expect(404);
  });

  it('lists briefs newest first, a page at a time', async () => {
    const first = await api.as(manager).get(briefs('?limit=2')).expect(200);
    const second = await api
      .as(manager)
      .get(briefs(`?limit=2&cursor=${first.body.nextCursor}`))
      .expect(200);
    const ids = [...first.body.items, ...second.body.items].map((b: { id: string }) => b.id);
    expect(new Set(ids).size).toBe(4);
  });
});
