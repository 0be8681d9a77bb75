import net from 'node:net';

/** A Redis or Valkey for the tests, named by UPTAKE_TEST_REDIS_URL; they leave the queue on PostgreSQL where there is none. */
export const testRedisUrl = process.env['UPTAKE_TEST_REDIS_URL'];

/** Sends one command in the server's inline form and resolves to the first line of its answer. */
export function tellRedis(address: string, command: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port || 6379), hostname, () => socket.write(`${command}\r\n`));
    socket.on('error', reject);
    socket.once('data', (answer) => {
      socket.destroy();
      resolve(answer.toString().split('\r\n')[0] ?? '');
    });
  });
}
