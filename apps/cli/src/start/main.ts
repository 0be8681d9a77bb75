import { chooseDataFolder } from '@uptake/platform/embedded-postgres';
import { UsageError } from '../usage-error.js';
import { workspaceRoot } from '../workspace-root.js';
import { announce } from './announce.js';
import { onStarterOrphaned } from './on-starter-orphaned.js';
import { Product } from './product.js';
import { readStartOptions, startUsage } from './start-options.js';

const echoMs = 500;

function giveUp(code: number, message: string): never {
  console.error(message);
  process.exit(code);
}

function options() {
  try {
    return readStartOptions(process.argv.slice(2));
  } catch (error) {
    if (error instanceof UsageError) giveUp(2, `${error.message}\n\n${startUsage}`);
    throw error;
  }
}

async function main(): Promise<void> {
  const wanted = options();
  const dataFolder = chooseDataFolder(workspaceRoot, wanted.dataFolder);
  const product = new Product(wanted, dataFolder, (message) => void stop(1, message));

  let stops = 0;
  async function stop(code: number, message: string): Promise<void> {
    stops += 1;
    if (stops > 2) return;
    console.error(stops === 1 ? message : 'Stopping at once.');
    try {
      await (stops === 1 ? product.stop() : product.kill());
    } catch (error) {
      giveUp(1, (error as Error).message);
    }
    process.exit(code);
  }

  let lastSignalAt = -Infinity;
  function onSignal(): void {
    // The terminal sends a Ctrl-C to us and to npm, which passes it on: the echo is no second Ctrl-C.
    if (performance.now() - lastSignalAt > echoMs) void stop(0, 'Stopping ...');
    lastSignalAt = performance.now();
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  onStarterOrphaned(() => void stop(1, 'npm has gone: stopping ...'));

  try {
    await product.start();
    console.log(announce({ ...product, dataFolder }));
  } catch (error) {
    if (stops === 0) await stop(1, (error as Error).message);
  }
}

await main();
