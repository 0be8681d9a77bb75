import { type Database, HeadKey, sealAll } from '@uptake/persistence';
import type { BackgroundLoop, Clock } from '@uptake/platform';

/** Gives audit rows their place in the chain within about a second of their writing. */
export class AuditSealLoop implements BackgroundLoop {
  readonly name = 'audit-seal';
  readonly everyMs = 1_000;
  private readonly key: HeadKey;

  constructor(
    private readonly system: Database,
    appSecret: string,
    private readonly clock: Clock,
  ) {
    this.key = new HeadKey(appSecret);
  }

  async run(): Promise<void> {
    await sealAll(this.system, this.key, () => this.clock.now());
  }
}
