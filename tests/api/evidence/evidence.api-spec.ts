import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MAX_EVIDENCE_BYTES } from '@uptake/contracts';
import { ReviewWorld } from '../../support/review-world.js';
import { type TestApi, startTestApi } from '../../support/test-api.js';

const pdf = (size = 200) => Buffer.concat([Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n', 'latin1'), randomBytes(size)]);

describe('evidence', () => {
  let api: TestApi;
  let world: ReviewWorld;
  let id: string;
  let stranger: ReviewWorld;
  const folder = path.join(os.tmpdir(), `uptake-evidence-${randomBytes(6).toString('hex')}`);

  beforeAll(async () => {
    api = await startTestApi({ variables: { STORAGE_DIR: folder } });
    world = await ReviewWorld.open(api, 'river');
    stranger = await ReviewWorld.open(api, 'desert');
    id = await world.recommendation();
  });
  afterAll(async () => {
    await api?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const upload = (bytes: Buffer, name: string, person = world.people.owner, itemId = id) =>
    world.as(person).post('/evidence').field('itemId', itemId).attach('file', bytes, name);
  /** Every file now under the storage folder. */
  const filesKept = (): string[] => {
    try {
      return readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name);
    } catch {
      return [];
    }
  };

  it('is streamed in, hashed, and handed out byte for byte as an attachment', async () => {
    const bytes = pdf(300_000);
    const { body } = await upload(bytes, 'تقرير (1) "final".pdf').expect(201);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(body).toMatchObject({
      itemId: id,
      kind: 'file',
      title: 'تقرير (1) "final".pdf',
      mediaType: 'application/pdf',
      size: bytes.length,
      sha256,
      url: null,
      uploadedBy: 'omar',
      scanState: 'not_scanned',
    });
    const got = await world
      .as(world.people.leader)
      .get(`/evidence/${body.id}/content`)
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200);
    expect(
      createHash('sha256')
        .update(got.body as Buffer)
        .digest('hex'),
    ).toBe(sha256);
    expect(got.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      etag: `"${sha256}"`,
    });
    expect(got.headers['content-disposition']).toMatch(
      /^attachment; filename="[^"]*"; filename\*=UTF-8''%D8%AA[^ ]*\.pdf$/,
    );
    expect(got.headers['content-security-policy']).toContain('sandbox');
  });

  it('is not sent again to who has it', async () => {
    const { body } = await upload(pdf(), 'a.pdf').expect(201);
    const again = await world
      .as(world.people.leader)
      .get(`/evidence/${body.id}/content`)
      .set('if-none-match', `W/"x", "${body.sha256}"`)
      .expect(304);
    expect(again.text).toBe('');
    await world.as(world.people.leader).get(`/evidence/${body.id}/content`).set('if-none-match', '"other"').expect(200);
  });

  it('takes its item before or after the file', async () => {
    const after = await world
      .as(world.people.owner)
      .post('/evidence')
      .attach('file', pdf(), 'late.pdf')
      .field('itemId', id)
      .field('title', 'Minutes')
      .expect(201);
    expect(after.body).toMatchObject({ title: 'Minutes', itemId: id });
    const named = await world.as(world.people.leader).get(`/evidence/${after.body.id}/content`).expect(200);
    expect(named.headers['content-disposition']).toContain('filename="Minutes.pdf"');
  });

  it('may be a link, which has no bytes', async () => {
    const { body } = await world
      .as(world.people.owner)
      .post('/evidence')
      .send({ itemId: id, title: 'Gazette', url: 'https://example.org/gazette' })
      .expect(201);
    expect(body).toMatchObject({
      kind: 'link',
      url: 'https://example.org/gazette',
      mediaType: null,
      size: null,
      sha256: null,
    });
    await world.as(world.people.owner).get(`/evidence/${body.id}/content`).expect(404);
    const refused = await world
      .as(world.people.owner)
      .post('/evidence')
      .send({ itemId: id, title: 'Bad', url: 'javascript:alert(1)' })
      .expect(422);
    expect(refused.body.errors).toEqual([expect.objectContaining({ path: 'url' })]);
  });

  it('is listed for its item alone', async () => {
    const other = await world.recommendation({ title: 'Another' });
    const { body: mine } = await upload(pdf(), 'only.pdf', world.people.owner, other).expect(201);
    const { body } = await world.as(world.people.leader).get(`/evidence?item=${other}&count=true`).expect(200);
    expect(body).toMatchObject({
      items: [{ id: mine.id, abilities: { remove: { reason: 'not_your_part' } } }],
      nextCursor: null,
      total: 1,
    });
    expect((await world.as(world.people.leader).get('/evidence').expect(422)).body.errors).toEqual([
      expect.objectContaining({ path: 'item' }),
    ]);
  });

  it('can be a new version of what is there, on the same item', async () => {
    const { body: first } = await upload(pdf(), 'v1.pdf').expect(201);
    const second = await world
      .as(world.people.owner)
      .post('/evidence')
      .field('itemId', id)
      .field('versionOf', first.id)
      .attach('file', pdf(), 'v2.pdf')
      .expect(201);
    expect(second.body.versionOf).toBe(first.id);
    const other = await world.recommendation({ title: 'Elsewhere' });
    await world
      .as(world.people.owner)
      .post('/evidence')
      .field('itemId', other)
      .field('versionOf', first.id)
      .attach('file', pdf(), 'v3.pdf')
      .expect(422);
  });

  describe('is refused, and nothing of it stays,', () => {
    it.each<[string, string, Buffer]>([
      ['a program named as a document', 'report.pdf', Buffer.from('MZ\x90\x00\x03'.padEnd(600, '\0'), 'latin1')],
      ['a page named as a document', 'report.pdf', Buffer.from('<html><script>alert(1)</script></html>')],
      [
        'a picture that can run scripts',
        'logo.svg',
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      ],
      ['an archive', 'all.zip', Buffer.from('PK\x03\x04'.padEnd(100, '\0'), 'latin1')],
      ['text with a NUL', 'a.txt', Buffer.from('a\0b')],
    ])('for %s', async (_what, name, bytes) => {
      const before = filesKept().length;
      const refused = await upload(bytes, name).expect(415);
      expect(refused.body.code).toBe('file_type_refused');
      expect(filesKept()).toHaveLength(before);
    });

    it('when it is empty', async () => {
      expect((await upload(Buffer.alloc(0), 'empty.pdf').expect(422)).body.code).toBe('unreadable_file');
    });

    it('when its declared length is too large, without being read', async () => {
      const refused = await upload(pdf(MAX_EVIDENCE_BYTES + 400_000), 'huge.pdf').expect(413);
      expect(refused.body.code).toBe('file_too_large');
    });

    it('when it grows too large on the way, whatever was declared', async () => {
      const before = filesKept().length;
      const boundary = 'x'.repeat(20);
      async function* body() {
        yield Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="itemId"\r\n\r\n${id}\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="huge.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7\n`,
        );
        const chunk = Buffer.alloc(1024 * 1024, 'a');
        for (let sent = 0; sent <= MAX_EVIDENCE_BYTES; sent += chunk.length) yield chunk;
        yield Buffer.from(`\r\n--${boundary}--\r\n`);
      }
      const answer = await fetch(`${api.url}/api/v1/workspaces/river/evidence`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${world.people.owner.token}`,
          'content-type': `multipart/form-data; boundary=${boundary}`,
        },
        body: body() as never,
        duplex: 'half',
      } as RequestInit);
      expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([413, 'file_too_large']);
      expect(filesKept()).toHaveLength(before);
    });

    it('without a file, with an unknown field, and with one under another name', async () => {
      expect(
        (await world.as(world.people.owner).post('/evidence').field('itemId', id).expect(422)).body.errors,
      ).toEqual([expect.objectContaining({ path: 'file' })]);
      const unknown = await world
        .as(world.people.owner)
        .post('/evidence')
        .field('itemId', id)
        .field('scanState', 'clean')
        .attach('file', pdf(), 'a.pdf')
        .expect(422);
      expect(unknown.body.errors).toEqual([expect.objectContaining({ path: 'scanState', code: 'unknown_field' })]);
      await world
        .as(world.people.owner)
        .post('/evidence')
        .field('itemId', id)
        .attach('upload', pdf(), 'a.pdf')
        .expect(422);
      await world.as(world.people.owner).post('/evidence').attach('file', pdf(), 'a.pdf').expect(422);
    });

    it('as a form that is none', async () => {
      const refused = await world
        .as(world.people.owner)
        .post('/evidence')
        .set('content-type', 'multipart/form-data; boundary=b')
        .send('--b\r\nnonsense')
        .expect(400);
      expect(refused.body.code).toBe('malformed_request');
    });

    it('from who has no part in the item, even where the item is named last', async () => {
      const before = filesKept().length;
      for (const reader of [world.people.leader, world.people.reviewer]) {
        expect((await upload(pdf(), 'a.pdf', reader).expect(403)).body).toMatchObject({
          code: 'forbidden',
          grantedBy: ['admin', 'manager'],
        });
        await world.as(reader).post('/evidence').attach('file', pdf(), 'a.pdf').field('itemId', id).expect(403);
      }
      expect(filesKept()).toHaveLength(before);
    });
  });

  describe('of what one may not see', () => {
    let hidden: string;
    let fileId: string;
    beforeAll(async () => {
      const { manager, owner } = world.people;
      hidden = await world.recommendation({
        title: 'Names',
        visibility: 'confidential',
        namedMemberIds: [manager.memberId],
      });
      fileId = (await upload(pdf(), 'names.pdf', owner, hidden).expect(201)).body.id;
    });

    it('is not there, for anybody not named, whatever their role', async () => {
      const { admin, secondManager, reviewer, leader } = world.people;
      for (const person of [admin, secondManager, reviewer, leader, null]) {
        const status = person === null ? 401 : 404;
        await world.as(person).get(`/evidence/${fileId}`).expect(status);
        await world.as(person).get(`/evidence/${fileId}/content`).expect(status);
        await world.as(person).get(`/evidence?item=${hidden}`).expect(status);
        await world
          .as(person)
          .delete(`/evidence/${fileId}`)
          .expect(person === leader || person === reviewer ? 404 : status);
      }
      await world.as(world.people.owner).get(`/evidence/${fileId}/content`).expect(200);
    });

    it('cannot be added to either', async () => {
      await upload(pdf(), 'more.pdf', world.people.secondManager, hidden).expect(404);
    });

    it('is not there in another workspace, under either path', async () => {
      const { body } = await upload(pdf(), 'ours.pdf').expect(201);
      await stranger.as(stranger.people.admin).get(`/evidence/${body.id}/content`).expect(404);
      await world.as(stranger.people.admin).get(`/evidence/${body.id}/content`).expect(404);
      await stranger
        .as(stranger.people.manager)
        .post('/evidence')
        .field('itemId', id)
        .attach('file', pdf(), 'theirs.pdf')
        .expect(404);
    });
  });

  describe('that is removed', () => {
    it('is gone with its file, and the trail says so', async () => {
      const { body } = await upload(pdf(), 'wrong.pdf').expect(201);
      expect(filesKept()).toContain(body.id);
      await world.as(world.people.leader).delete(`/evidence/${body.id}`).expect(403);
      await world.as(world.people.contributor).delete(`/evidence/${body.id}`).expect(204);
      await world.as(world.people.owner).get(`/evidence/${body.id}`).expect(404);
      await world.as(world.people.owner).get(`/evidence/${body.id}/content`).expect(404);
      expect(filesKept()).not.toContain(body.id);
      await world.as(world.people.owner).delete(`/evidence/${body.id}`).expect(404);
      const reader = api.system.reader({ workspaceId: world.here.id, userId: null, memberId: null, sees: [] });
      const types = await reader.query<{ type: string }>(
        `SELECT e.type FROM audit_entry e WHERE e.workspace_id = $1 AND e.subject_id = $2 ORDER BY e.type`,
        [world.here.id, body.id],
      );
      expect(types.map(({ type }) => type)).toEqual(['evidence.added', 'evidence.removed']);
    });

    it('cannot be cited any more', async () => {
      const { body } = await upload(pdf(), 'wrong.pdf').expect(201);
      await world.as(world.people.owner).delete(`/evidence/${body.id}`).expect(204);
      await world
        .as(world.people.owner)
        .post(`/recommendations/${id}/submissions`)
        .send({ narrative: 'x', baseVersion: 0, evidenceIds: [body.id] })
        .expect(404);
    });

    it('was not cited: what a submission names stays', async () => {
      const { body } = await upload(pdf(), 'cited.pdf').expect(201);
      const submission = await world.submit(`/recommendations/${id}`, { evidenceIds: [body.id] });
      const refused = await world.as(world.people.manager).delete(`/evidence/${body.id}`).expect(409);
      expect(refused.body.code).toBe('invalid_state');
      await world.as(world.people.owner).post(`/submissions/${submission.id}/withdraw`).expect(200);
      await world.as(world.people.manager).delete(`/evidence/${body.id}`).expect(409);
    });

    it('or is cited at the same moment: one of the two sees the other', async () => {
      for (let round = 0; round < 5; round += 1) {
        const item = await world.recommendation({ title: `Race ${round}` });
        const { body } = await upload(pdf(), 'raced.pdf', world.people.owner, item).expect(201);
        const [removed, cited] = await Promise.all([
          world.as(world.people.manager).delete(`/evidence/${body.id}`),
          world
            .as(world.people.owner)
            .post(`/recommendations/${item}/submissions`)
            .send({ narrative: 'x', baseVersion: 0, evidenceIds: [body.id] }),
        ]);
        expect([
          [204, 404],
          [409, 201],
        ]).toContainEqual([removed.status, cited.status]);
      }
    });
  });
});
