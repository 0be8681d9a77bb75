import http from 'node:http';
import type { Logger } from '../logging/logger.js';
import type { Metrics } from './metrics.js';

/** What a process says of itself on its own port, apart from the product's: `/metrics` for Prometheus, `/healthz`, `/readyz`. */
export class MetricsServer {
  private constructor(private readonly server: http.Server) {}

  /**
   * `isReady` rejects when the process cannot work. A port that is taken is no reason not to work: it is said and left.
   */
  static async open(settings: {
    port: number;
    host: string;
    metrics: Metrics;
    isReady: () => Promise<void>;
    logger: Logger;
  }): Promise<MetricsServer> {
    const { port, host, metrics, isReady, logger } = settings;
    const answers: Record<string, () => Promise<[number, string, string]>> = {
      '/metrics': async () => [200, metrics.contentType, await metrics.text()],
      '/healthz': async () => [200, 'application/json', '{"status":"ok"}'],
      '/readyz': async () =>
        isReady().then(
          () => [200, 'application/json', '{"status":"ok"}'],
          () => [503, 'application/json', '{"status":"unavailable"}'],
        ),
    };
    const server = http.createServer((request, response) => {
      const answer =
        answers[request.url ?? ''] ??
        (async () => [404, 'application/json', '{"status":"not found"}'] as [number, string, string]);
      answer().then(
        ([status, type, body]) => response.writeHead(status, { 'content-type': type }).end(body),
        (error: unknown) => {
          logger.warn({ err: error }, 'the metrics could not be told');
          response.writeHead(503).end();
        },
      );
    });
    await new Promise<void>((resolve) => {
      server.once('listening', resolve);
      server.on('error', (error) => {
        logger.warn({ err: error, port }, 'METRICS_PORT cannot be listened on');
        resolve();
      });
      server.listen(port, host);
    });
    return new MetricsServer(server);
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
