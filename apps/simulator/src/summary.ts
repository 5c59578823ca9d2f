import { Refused } from './api/refused.js';

/** What happened since the last line, for whoever watches the simulator. */
export class Summary {
  private counts = new Map<string, number>();

  count(what: string, times = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + times);
  }

  /** Counts why something did not work: the refusal's code, or that the server was not there. */
  countFailure(cause: unknown): void {
    this.count(cause instanceof Refused ? `refused ${cause.code}` : 'not reached');
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
