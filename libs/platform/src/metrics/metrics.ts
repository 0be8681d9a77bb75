import { Gauge, Registry, collectDefaultMetrics } from 'prom-client';

export interface Measure {
  /** In Prometheus' way: lower case, underscores, the unit at the end. */
  name: string;
  help: string;
  /** Names the label of the values, where there are several. */
  label?: string;
  /** One number, or one by the label's value; asked at each scrape. */
  read(): number | Promise<number> | Record<string, number> | Promise<Record<string, number>>;
}

/** A process's own figures, beside those that every Node process has. */
export class Metrics {
  private readonly registry = new Registry();

  constructor(process: string, measures: readonly Measure[]) {
    this.registry.setDefaultLabels({ process });
    collectDefaultMetrics({ register: this.registry });
    for (const { name, help, label, read } of measures) {
      const gauge = new Gauge({
        name,
        help,
        labelNames: label ? [label] : [],
        registers: [this.registry],
        collect: async () => {
          const value = await read();
          if (typeof value === 'number') gauge.set(value);
          else for (const [of, n] of Object.entries(value)) gauge.set(label ? { [label]: of } : {}, n);
        },
      });
    }
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
