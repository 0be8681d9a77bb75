import { createDataSource } from '../connection/data-source.js';

/**
 * What autovacuum would do within minutes after many rows were added, done at once: plans know how much there is, and index-only
 * scans need not look at the rows. By the owner, who alone may.
 */
export async function vacuumAnalyse(ownerUrl: string): Promise<void> {
  const source = createDataSource({ url: ownerUrl, poolSize: 1, applicationName: 'uptake-vacuum' });
  await source.initialize();
  try {
    await source.query('VACUUM (ANALYZE)');
  } finally {
    await source.destroy();
  }
}
