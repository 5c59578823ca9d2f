import { Counter, Gauge, type MetricValue, register } from 'prom-client';
import { GATEWAY_METRICS } from '../gateway-metrics.js';
import type { Figure, Figures } from './thread-messages.js';

/** The gateway's metrics as they stand in this thread. */
export async function readFigures(): Promise<Figures> {
  const names = Object.values(GATEWAY_METRICS).map(({ name }) => name);
  const told = names.map(async (name): Promise<[string, Figure[]]> => {
    const metric = await register.getSingleMetric(name)?.get();
    return [name, (metric?.values ?? []).map(toFigure)];
  });
  return Object.fromEntries(await Promise.all(told));
}

const toFigure = ({ labels, value }: MetricValue<string>): Figure => ({
  result: 'result' in labels ? String(labels['result']) : null,
  value,
});

/**
 * Puts the gateway's metrics among those of this thread, where Prometheus reads them.
 *
 * @param ask what another thread's `readFigures` says, asked whenever they are read
 */
export function showFigures(ask: () => Promise<Figures>): void {
  const { connections, ...counters } = GATEWAY_METRICS;
  for (const { name } of [connections, ...Object.values(counters)]) {
    register.removeSingleMetric(name);
  }
  for (const counter of Object.values(counters)) {
    register.registerMetric(
      new Counter({
        ...counter,
        registers: [],
        async collect() {
          const figures = (await ask())[counter.name] ?? [];
          this.reset();
          for (const { result, value } of figures) {
            this.inc(result === null ? {} : { result }, value);
          }
        },
      }),
    );
  }
  register.registerMetric(
    new Gauge({
      ...connections,
      registers: [],
      async collect() {
        const [figure] = (await ask())[connections.name] ?? [];
        this.set(figure?.value ?? Number.NaN);
      },
    }),
  );
}
