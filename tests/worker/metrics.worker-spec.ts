import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningWorker } from '@uptake/worker';
import { freePort } from '../support/free-port.js';
import { Happenings } from '../support/happenings.js';
import { type TestApi, startTestApi } from '../support/test-api.js';
import { startTestWorker } from '../support/test-worker.js';

describe('what the worker says of itself', () => {
  let api: TestApi;
  let worker: RunningWorker;
  let port: number;

  beforeAll(async () => {
    api = await startTestApi();
    port = await freePort();
    worker = await startTestWorker(api, { variables: { METRICS_PORT: String(port) } });
  });
  afterAll(async () => {
    await worker?.stop();
    await api?.stop();
  });

  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);

  it('is that it lives and can work', async () => {
    expect((await ask('/healthz')).status).toBe(200);
    expect((await ask('/readyz')).status).toBe(200);
    expect((await ask('/else')).status).toBe(404);
  });

  it('counts what waits and what failed', async () => {
    const here = await api.world.workspace('river');
    const manager = await api.world.person(here, 'maha', 'manager');
    const happen = new Happenings(api.system, here, () => api.clock.now());
    await happen.assign(manager, await happen.recommendation(manager), manager);
    await worker.settled();
    const text = await (await ask('/metrics')).text();
    expect(text).toContain('uptake_outbox_events{state="unhandled",process="worker"} 0');
    expect(text).toContain('uptake_queue_failed_jobs{job="send-mail",process="worker"} 0');
    expect(text).toContain('process_cpu_seconds_total');
  });
});
