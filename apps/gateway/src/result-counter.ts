import { Counter, type CounterConfiguration } from 'prom-client';

/**
 * Counts things by what became of them, for Prometheus to read once in a while. Counting by the
 * library's own means looks its labels up each time, which costs as much as a frame.
 */
export class ResultCounter<Result extends string> {
  readonly metric: Counter<'result'>;
  private readonly counts = new Map<Result, number>();

  constructor(configuration: Pick<CounterConfiguration<'result'>, 'name' | 'help' | 'labelNames'>) {
    const { counts } = this;
    this.metric = new Counter({
      ...configuration,
      registers: [],
      collect() {
        this.reset();
        for (const [result, count] of counts) this.inc({ result }, count);
      },
    });
  }

  add(result: Result, times: number): void {
    this.counts.set(result, (this.counts.get(result) ?? 0) + times);
  }
}
