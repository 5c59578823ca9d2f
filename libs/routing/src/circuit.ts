import type { Clock } from '@tongyun/kernel';

/**
 * Leaves a failing server alone: after so many failures in a row nothing is asked for a while,
 * then one success closes the circuit and one more failure opens it again.
 */
export class Circuit {
  private failures = 0;
  private restsUntil: Date | null = null;

  constructor(
    private readonly failuresToOpen: number,
    private readonly restMs: number,
    private readonly clock: Clock,
  ) {}

  /** Whether the server may be asked now. */
  mayAsk(): boolean {
    return this.restsUntil === null || this.clock.now() >= this.restsUntil;
  }

  /** Notes an answer of any kind. */
  succeeded(): void {
    this.failures = 0;
    this.restsUntil = null;
  }

  /** Notes a failure; true when it is the one that opens the circuit. */
  failed(): boolean {
    this.failures += 1;
    if (this.failures < this.failuresToOpen) return false;
    const isOpening = this.restsUntil === null;
    this.restsUntil = new Date(this.clock.now().getTime() + this.restMs);
    return isOpening;
  }
}
