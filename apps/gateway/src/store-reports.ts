import { ANSWER, findLocationFault, type Header, type LocationReport } from '@tongyun/jt808';
import type { IncomingFix } from '@tongyun/tracking';
import { DueAnswers } from './due-answers.js';
import type { FixBatcher } from './fix-batcher.js';
import type { GatewayMetrics } from './gateway-metrics.js';
import type { PlatformVoice } from './platform-voice.js';
import { type Reporter, toIncomingFix } from './to-incoming-fix.js';

/**
 * Gathers what one reading of a connection reports, hands it to the store as one, and answers each
 * message once that is done.
 */
export class StoreReports {
  private fixes: IncomingFix[] = [];
  private due = new DueAnswers();
  private messages = 0;

  constructor(
    private readonly voice: Pick<PlatformVoice, 'answerAll'>,
    private readonly batcher: Pick<FixBatcher, 'add'>,
    private readonly metrics: Pick<GatewayMetrics, 'countFixes' | 'countFrame'>,
  ) {}

  /**
   * Takes the reports of a message, whatever is wrong with them: what is acknowledged is stored. One
   * that holds none is answered at once.
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
      const fault = findLocationFault(report, receivedAt);
      if (fault !== null) this.metrics.countFixes(fault, 1);
      this.fixes.push(toIncomingFix(report, reporter, receivedAt, fault));
    }
    if (this.fixes.length === before) return this.answer(DueAnswers.to(headers), 1);
    for (const header of headers) this.due.add(header);
    this.messages += 1;
  }

  /**
   * Stores what was taken since the last time, and answers it. What is not kept is not answered: the
   * terminal has to send it again.
   */
  async store(): Promise<void> {
    const { due, messages } = this;
    const count = this.fixes.length;
    if (count === 0) return;
    this.due = new DueAnswers();
    this.messages = 0;
    try {
      await this.batcher.add(this.handOver());
    } catch {
      // The batcher has logged it, once for all whose fixes were in that batch.
      this.metrics.countFixes('not_stored', count);
      this.metrics.countFrame('not_answered', messages);
      return;
    }
    this.metrics.countFixes('stored', count);
    this.answer(due, messages);
  }

  /** The batcher keeps them as numbers: nothing holds them as objects while they wait. */
  private handOver(): readonly IncomingFix[] {
    const { fixes } = this;
    this.fixes = [];
    return fixes;
  }

  private answer(due: DueAnswers, messages: number): void {
    this.voice.answerAll(due, ANSWER.success);
    this.metrics.countFrame('answered', messages);
  }
}
