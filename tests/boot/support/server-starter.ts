import { chooseDataFolder, startEmbeddedPostgres } from '@uptake/platform/embedded-postgres';

// A process like `npm start`, as far as the database goes: it prints one line about the server and then keeps it.
const [folder = '', port] = process.argv.slice(2);

try {
  const dataFolder = chooseDataFolder(folder, folder);
  const server = await startEmbeddedPostgres({
    dataFolder,
    purpose: 'npm start',
    address: 'http://localhost:3999',
    ...(port ? { port: Number(port) } : {}),
  });
  process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
  console.log(JSON.stringify({ url: server.url, pid: server.pid, port: server.port }));
  setInterval(() => undefined, 1_000_000);
} catch (error) {
  console.log(JSON.stringify({ error: (error as Error).message }));
  process.exit(1);
}
