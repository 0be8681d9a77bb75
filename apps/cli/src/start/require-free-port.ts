import net from 'node:net';

/** Rejects with words for people when another program listens on the port. */
export function requireFreePort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${error.message})`;
      reject(new Error(`Port ${port} ${reason}. Choose another: npm start -- --port N`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
