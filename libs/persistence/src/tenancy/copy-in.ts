import pg from 'pg';

interface CopyConnection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}
type PgQuery = new (config: { text: string }, values: undefined, callback: (error: Error | null) => void) => object;
const PgQuery = pg.Query as unknown as PgQuery;

/** COPY ... FROM STDIN on a connection of pg 8 (pinned), whose own query refuses to send data. */
class CopyIn extends PgQuery {
  constructor(
    text: string,
    private readonly lines: string,
    callback: (error: Error | null) => void,
  ) {
    super({ text }, undefined, callback);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(Buffer.from(this.lines));
    connection.endCopyFrom();
  }
}

/** Sends lines in COPY's text format; rejects with the database's error. */
export function copyIn(client: pg.ClientBase, text: string, lines: string): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyIn(text, lines, (error) => (error ? reject(error) : resolve())) as unknown as pg.Submittable);
  });
}
