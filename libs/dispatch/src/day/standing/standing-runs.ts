import { Injectable } from '@nestjs/common';

/** Why the search for a better plan was given up. */
export class PlanTouched extends Error {}

/** The searches that stand behind plans: at most one a plan, given up as soon as somebody touches it. */
@Injectable()
export class StandingRuns {
  private readonly running = new Map<string, AbortController>();

  /** Runs a search, unless one runs for the plan already; it ends with `PlanTouched` when interrupted. */
  async run<Found>(
    planId: string,
    search: (signal: AbortSignal) => Promise<Found>,
  ): Promise<Found | null> {
    if (this.running.has(planId)) return null;
    const controller = new AbortController();
    this.running.set(planId, controller);
    try {
      return await search(controller.signal);
    } finally {
      this.running.delete(planId);
    }
  }

  interrupt(planId: string): void {
    this.running.get(planId)?.abort(new PlanTouched());
  }

  interruptAll(): void {
    for (const planId of this.running.keys()) this.interrupt(planId);
  }
}
