import { Inject, Injectable } from '@nestjs/common';
import { type Database, EvidenceRepository, instantOfId, systemContext } from '@uptake/persistence';
import { type BackgroundLoop, Clock, FileStorage, LOGGER, type Logger, SYSTEM_DATABASE } from '@uptake/platform';

// An upload writes its row within the minutes that a request may take: what has none after a day never gets one.
const LEFT_AFTER_MS = 24 * 60 * 60 * 1000;
const BATCH = 500;

/**
 * Removes the files that nothing points at: an upload stores its file before its row and a removal takes the row before the file, so that
 * a crash between the two leaves a file too many, never a row without its file.
 */
@Injectable()
export class SweepFilesLoop implements BackgroundLoop {
  readonly name = 'sweep-files';
  readonly everyMs = 60 * 60 * 1000;

  constructor(
    private readonly storage: FileStorage,
    private readonly evidence: EvidenceRepository,
    @Inject(SYSTEM_DATABASE) private readonly system: Database,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - LEFT_AFTER_MS);
    await this.storage.discardUnfinished(before);
    let batch: string[] = [];
    for await (const key of this.storage.keys()) {
      const first = batch[0];
      if (first !== undefined && (batch.length === BATCH || workspaceOf(first) !== workspaceOf(key))) {
        await this.sweep(batch);
        batch = [];
      }
      if (storedAt(key) < before) batch.push(key);
    }
    await this.sweep(batch);
  }

  private async sweep(keys: readonly string[]): Promise<void> {
    const [first] = keys;
    if (first === undefined) return;
    const unneeded = await this.evidence.unneeded(this.system.reader(systemContext(workspaceOf(first))), keys);
    for (const key of unneeded) await this.storage.remove(key);
    if (unneeded.length > 0)
      this.logger.info(
        { workspaceId: workspaceOf(first), files: unneeded.length },
        'removed files that no evidence needs',
      );
  }
}

const workspaceOf = (key: string): string => key.slice(0, key.indexOf('/'));
/** By the clock of the request that stored it, which made the evidence's id: copying or restoring a folder does not make its files young. */
const storedAt = (key: string): Date => instantOfId(key.slice(key.lastIndexOf('/') + 1));
