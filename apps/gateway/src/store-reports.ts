import {
  ANSWER,
  findLocationFault,
  type Header,
  type LocationFault,
  type LocationReport,
} from '@tongyun/jt808';
import type { IncomingFix } from '@tongyun/tracking';
import type { FixBatcher } from './fix-batcher.js';
import type { GatewayMetrics } from './gateway-metrics.js';
import type { PlatformVoice } from './platform-voice.js';
import { type Reporter, toIncomingFix } from './to-incoming-fix.js';

/** Faults with which a report cannot be stored at all; every other one is left to the judge. */
const UNSTORABLE: ReadonlySet<LocationFault | null> = new Set(['no_time', 'out_of_range']);

/**
 * Gathers what one reading of a connection reports, hands it to the store as one, and answers each
 * message once that is done.
 */
export class StoreReports {
  private fixes: IncomingFix[] = [];
  private headers: Header[] = [];
  private messages = 0;

  constructor(
    private readonly voice: Pick<PlatformVoice, 'answer'>,
    private readonly batcher: Pick<FixBatcher, 'add'>,
    private readonly metrics: Pick<GatewayMetrics, 'countFixes' | 'countFrame'>,
  ) {}

  /**
   * Takes the reports of a message; one of which nothing can be stored is answered at once.
   *
   * @param headers to be answered once the reports are stored; none for an answer of the terminal
   */
  take(
    headers: readonly Header[],
    reports: readonly LocationReport[],
    reporter: Reporter,
    receivedAt: Date,
  ): void {
    const before = this.fixes.length;
    for (const report of reports) {
      if (!this.isStorable(report, receivedAt)) continue;
      this.fixes.push(toIncomingFix(report, reporter, receivedAt));
    }
    if (this.fixes.length === before) return this.answer(headers, 1);
    for (const header of headers) this.headers.push(header);
    this.messages += 1;
  }

  /**
   * Stores what was taken since the last time, and answers it. What is not kept is not answered: the
   * terminal has to send it again.
   */
  async store(): Promise<void> {
    const { fixes, headers, messages } = this;
    if (fixes.length === 0) return;
    this.fixes = [];
    this.headers = [];
    this.messages = 0;
    try {
      await this.batcher.add(fixes);
    } catch {
      // The batcher has logged it, once for all whose fixes were in that batch.
      this.metrics.countFixes('not_stored', fixes.length);
      this.metrics.countFrame('not_answered', messages);
      return;
    }
    this.metrics.countFixes('stored', fixes.length);
    this.answer(headers, messages);
  }

  private answer(headers: readonly Header[], messages: number): void {
    for (const header of headers) this.voice.answer(header, ANSWER.success);
    this.metrics.countFrame('answered', messages);
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
