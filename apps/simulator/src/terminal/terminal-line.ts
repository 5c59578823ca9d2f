import { BATCH_KIND, type ReportToSend } from '@tongyun/jt808';
import type { SimulatedTerminal } from './simulated-terminal.js';

/** Positions kept for a later upload; the oldest go first when there are more. */
const MAX_BACKLOG = 5_000;
const REPORTS_PER_BATCH = 12;
const RETRY_AFTER_MS = 3_000;

/** What a truck's behaviour may do with its terminal. */
export interface ReportLine {
  /** Sends now, or keeps it for a batch when there is no connection. */
  report(report: ReportToSend): void;
  /** Keeps it for the batch that goes out when the next report is sent. */
  hold(report: ReportToSend): void;
  sendBytes(bytes: Uint8Array): void;
}

/**
 * A terminal that stays on line: registers, authenticates, comes back when the platform was away,
 * and uploads by 0x0704 what was not acknowledged.
 */
export class TerminalLine implements ReportLine {
  private backlog: ReportToSend[] = [];
  private readonly held: ReportToSend[] = [];
  private isOpening = false;
  private isUploading = false;
  private isEnded = false;
  private retryAtMs = 0;
  private acknowledged = 0;

  constructor(private readonly terminal: SimulatedTerminal) {}

  /** Fixes the platform has acknowledged so far. */
  get acknowledgedFixes(): number {
    return this.acknowledged;
  }

  get isOnline(): boolean {
    return this.terminal.isConnected && !this.isOpening;
  }

  /** Connects when that is due and uploads what waits; called every tick. */
  keepUp(nowMs: number): void {
    if (this.isEnded) return;
    if (!this.terminal.isConnected && !this.isOpening && nowMs >= this.retryAtMs) {
      this.retryAtMs = nowMs + RETRY_AFTER_MS;
      void this.open();
    }
    if (this.isOnline && !this.isUploading && this.backlog.length > 0) void this.upload();
  }

  report(report: ReportToSend): void {
    this.backlog.push(...this.held.splice(0));
    if (this.isOnline) void this.send(report);
    else this.keep(report);
  }

  hold(report: ReportToSend): void {
    this.held.push(report);
  }

  heartbeat(): void {
    if (this.isOnline) this.terminal.heartbeat().catch(() => undefined);
  }

  sendBytes(bytes: Uint8Array): void {
    if (this.isOnline) this.terminal.sendBytes(bytes);
  }

  async end(): Promise<void> {
    this.isEnded = true;
    if (this.isOnline) await this.terminal.logOut().catch(() => undefined);
    this.terminal.close();
  }

  private keep(report: ReportToSend): void {
    this.backlog.push(report);
    if (this.backlog.length > MAX_BACKLOG) this.backlog = this.backlog.slice(-MAX_BACKLOG);
  }

  private async open(): Promise<void> {
    this.isOpening = true;
    try {
      await this.terminal.connect();
      const authCode = await this.terminal.register();
      const result = authCode === null ? -1 : await this.terminal.authenticate(authCode);
      if (result !== 0) this.terminal.close();
    } catch {
      this.terminal.close();
    } finally {
      this.isOpening = false;
    }
  }

  private async send(report: ReportToSend): Promise<void> {
    try {
      const result = await this.terminal.sendFix(report);
      if (result === 0) this.acknowledged += 1;
    } catch {
      this.keep(report);
    }
  }

  private async upload(): Promise<void> {
    this.isUploading = true;
    const reports = this.backlog.splice(0, REPORTS_PER_BATCH);
    try {
      const result = await this.terminal.sendBatch(BATCH_KIND.blindSpot, reports);
      if (result === 0) this.acknowledged += reports.length;
    } catch {
      this.backlog.unshift(...reports);
    } finally {
      this.isUploading = false;
    }
  }
}
