import { findLocationFault, type LocationFault, type LocationReport } from '@tongyun/jt808';
import type { FixBatcher } from './fix-batcher.js';
import type { GatewayMetrics } from './gateway-metrics.js';
import { type Reporter, toIncomingFix } from './to-incoming-fix.js';

/** Faults with which a report cannot be stored at all; every other one is left to the judge. */
const UNSTORABLE: ReadonlySet<LocationFault | null> = new Set(['no_time', 'out_of_range']);

/** Hands what terminals report to the store, and counts what became of it. */
export class StoreReports {
  constructor(
    private readonly fixes: Pick<FixBatcher, 'add'>,
    private readonly metrics: Pick<GatewayMetrics, 'countFixes'>,
  ) {}

  /** @returns whether all that can be stored is; the terminal has to send it again when not */
  async store(
    reports: readonly LocationReport[],
    reporter: Reporter,
    receivedAt: Date,
  ): Promise<boolean> {
    const storable = reports.filter((report) => this.isStorable(report, receivedAt));
    const fixes = storable.map((report) => toIncomingFix(report, reporter, receivedAt));
    try {
      await this.fixes.add(fixes);
    } catch {
      // The batcher has logged it, once for all whose fixes were in that batch.
      this.metrics.countFixes('not_stored', fixes.length);
      return false;
    }
    this.metrics.countFixes('stored', fixes.length);
    return true;
  }

  /** A device would send a report that is refused for ever, so it is answered, counted and left. */
  private isStorable(
    report: LocationReport,
    receivedAt: Date,
  ): report is LocationReport & { readonly at: Date } {
    const fault = findLocationFault(report, receivedAt);
    if (fault !== null) this.metrics.countFixes(fault, 1);
    return !UNSTORABLE.has(fault);
  }
}
