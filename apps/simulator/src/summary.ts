import { OddAnswer } from './api/api-session.js';
import { Refused } from './api/refused.js';

const FAILURES: Readonly<Record<string, string>> = {
  TypeError: 'server away',
  TimeoutError: 'no answer',
};
const nameOf = (cause: unknown): string => (cause instanceof Error ? cause.name : 'unknown');

/** What happened since the last line, for whoever watches the simulator. */
export class Summary {
  private counts = new Map<string, number>();

  count(what: string, times = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + times);
  }

  /** Counts why something did not work: the refusal's code, or what kind of failure it was. */
  countFailure(cause: unknown): void {
    if (cause instanceof Refused) this.count(`refused ${cause.code}`);
    else if (cause instanceof OddAnswer) this.count(cause.message);
    else this.count(`failed ${FAILURES[nameOf(cause)] ?? nameOf(cause)}`);
  }

  /** One line of all counts in alphabetical order; the counts begin anew. */
  takeLine(): string {
    const parts = [...this.counts]
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([what, times]) => `${what} ${times}`);
    this.counts = new Map();
    return parts.length > 0 ? parts.join(' · ') : 'nothing';
  }
}
