import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemContext } from '@uptake/persistence';
import { type Mailer, PermanentFailure, SmtpMailer } from '@uptake/platform';
import type { RunningWorker } from '@uptake/worker';
import { Happenings } from '../support/happenings.js';
import { MailSink } from '../support/mail-sink.js';
import type { Person, TestWorkspace } from '../support/people.js';
import { type TestApi, startTestApi } from '../support/test-api.js';
import { startTestWorker } from '../support/test-worker.js';

describe('mail by SMTP', () => {
  let api: TestApi;
  let sink: MailSink;
  let worker: RunningWorker;
  let here: TestWorkspace;
  let happen: Happenings;
  let admin: Person;
  let manager: Person;
  let owner: Person;

  beforeAll(async () => {
    sink = await MailSink.open();
    api = await startTestApi();
    worker = await startTestWorker(api, {
      variables: { SMTP_URL: sink.url, MAIL_FROM: 'Uptake <no-reply@uptake.example.org>' },
    });
    here = await api.world.workspace('river');
    admin = await api.world.person(here, 'amal', 'admin');
    manager = await api.world.person(here, 'maha', 'manager');
    owner = await api.world.person(here, 'omar', 'contributor');
    happen = new Happenings(api.system, here, () => api.clock.now());
  });
  afterAll(async () => {
    await worker?.stop();
    await api?.stop();
    await sink?.close();
  });

  const outbox = async () => (await api.as(admin).get('/workspaces/river/mail?limit=200').expect(200)).body.items;

  it('reaches the server once, named by its delivery, and is noted as sent', async () => {
    const item = await happen.recommendation(manager);
    const event = await happen.assign(manager, item, owner);
    await worker.settled();
    const [delivery] = await api.system
      .reader(systemContext(here.id))
      .query<{ id: string; status: string }>(
        `SELECT id, status FROM delivery WHERE workspace_id = $1 AND event_id = $2 AND channel = 'mail'`,
        [here.id, event],
      );
    expect(delivery?.status).toBe('sent');
    expect(sink.received).toHaveLength(1);
    const [mail] = sink.received;
    expect(mail?.to).toEqual([owner.email]);
    expect(mail?.raw).toContain(`Message-ID: <${delivery?.id}@uptake.example.org>`);
    expect(mail?.raw).toMatch(/multipart\/alternative/);
    expect(mail?.raw).toContain('Auto-Submitted: auto-generated');
    expect((await outbox())[0]).toMatchObject({ status: 'sent', to: owner.email, error: null });
  });

  it('waits while the server is away, and then goes out once', async () => {
    sink.received.length = 0;
    sink.answer = () => Object.assign(new Error('4.3.2 later please'), { responseCode: 451 });
    const item = await happen.recommendation(manager);
    await happen.assign(manager, item, owner);
    await sink.untilAsked(1);
    sink.answer = () => null;
    await worker.settled();
    expect(sink.received).toHaveLength(1);
  });

  it('is noted as failed, with the reason, when the server refuses it for good', async () => {
    sink.answer = () => Object.assign(new Error('5.1.1 no such mailbox'), { responseCode: 550 });
    const item = await happen.recommendation(manager, { title: 'Refused' });
    const event = await happen.assign(manager, item, owner);
    await worker.settled();
    sink.answer = () => null;
    await eventually(async () => {
      const [mail] = (await outbox()).filter(({ subject }: { subject: string }) => subject.includes('Refused'));
      expect(mail).toMatchObject({ status: 'failed' });
      expect(mail.error).toContain('no such mailbox');
    });
    const [delivery] = await api.system
      .reader(systemContext(here.id))
      .query<{ status: string }>(
        `SELECT status FROM delivery WHERE workspace_id = $1 AND event_id = $2 AND channel = 'mail'`,
        [here.id, event],
      );
    expect(delivery?.status).toBe('failed');
  });

  it('speaks the language of its recipient, from right to left where it must', async () => {
    sink.received.length = 0;
    const reader = await api.world.person(here, 'zahra', 'contributor');
    await api.system.transaction(systemContext(), (tx) =>
      tx.query(`UPDATE app_user SET language = 'ar' WHERE id = $1`, [reader.userId]),
    );
    const item = await happen.recommendation(manager);
    await happen.assign(manager, item, reader);
    await worker.settled();
    const [mail] = (await outbox()).filter(({ to }: { to: string }) => to === reader.email);
    expect(mail.text).toContain('وصلتك هذه الرسالة');
    expect(sink.received[0]?.html).toContain('dir="rtl"');
  });

  it('tells nothing of a confidential item in the subject', async () => {
    const item = await happen.recommendation(manager, {
      visibility: 'confidential',
      named: [owner],
      title: 'The informer',
    });
    await happen.assign(manager, item, owner);
    await worker.settled();
    const mail = sink.received.at(-1);
    expect(mail?.subject).toBe('Something was assigned to you in river');
    // nor can an administrator read of it in the outbox
    expect(JSON.stringify(await outbox())).not.toContain('informer');
  });

  it('refuses a line break in a header', async () => {
    const mailer: Mailer = new SmtpMailer(sink.url, 'uptake@example.org');
    const mail = {
      recipient: 'a@example.org',
      subject: 'x\r\nBcc: eve@example.org',
      text: '',
      html: '',
      messageId: '<x@example.org>',
    };
    await expect(mailer.send(mail)).rejects.toThrow(PermanentFailure);
    await mailer.close();
  });

  async function eventually(check: () => Promise<void>): Promise<void> {
    for (let i = 0; ; i += 1) {
      try {
        return await check();
      } catch (error) {
        if (i > 100) throw error;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  }
});
