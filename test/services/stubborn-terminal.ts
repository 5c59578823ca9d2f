import { setTimeout as wait } from 'node:timers/promises';
import { SimulatedTerminal, type TerminalIdentity } from '../../apps/simulator/src/index.js';

const ANSWER_WITHIN_MS = 2_000;
const BEFORE_NEXT_TRY_MS = 100;
const LOCATED_AND_ACC_ON = 0b11;

/** Sends a fix for every second until it is told to stop, each again until it is acknowledged. */
export class StubbornTerminal {
  /** Of the fixes that were acknowledged: ms since 1970. */
  readonly acknowledged: number[] = [];
  private isStopped = false;

  constructor(
    private readonly phone: string,
    private readonly port: number,
    private readonly startMs: number,
  ) {}

  stop(): void {
    this.isStopped = true;
  }

  async report(): Promise<void> {
    while (!this.isStopped) {
      const terminal = new SimulatedTerminal(
        this.identity,
        { host: '127.0.0.1', port: this.port },
        ANSWER_WITHIN_MS,
      );
      try {
        await terminal.connect();
        const authCode = await terminal.register();
        if (authCode === null || (await terminal.authenticate(authCode)) !== 0) continue;
        while (!this.isStopped) await this.sendNext(terminal);
      } catch {
        await wait(BEFORE_NEXT_TRY_MS); // no answer, no connection: what a terminal does is try again
      } finally {
        terminal.close();
      }
    }
  }

  private async sendNext(terminal: SimulatedTerminal): Promise<void> {
    const atMs = this.startMs + this.acknowledged.length * 1_000;
    const result = await terminal.sendFix({
      statusBits: LOCATED_AND_ACC_ON,
      latE6: 30_274_150,
      lngE6: 120_155_150 + this.acknowledged.length,
      altitudeM: 10,
      speedKph: 40,
      headingDeg: 90,
      at: new Date(atMs),
    });
    if (result === 0) this.acknowledged.push(atMs);
  }

  private get identity(): TerminalIdentity {
    const { phone } = this;
    const registration = {
      provinceId: 33,
      cityId: 100,
      manufacturer: 'TY',
      model: 'M',
      terminalNo: phone.slice(-7),
      plateColor: 2,
      plateNo: `浙A${phone.slice(-5)}`,
    };
    return { phone, version: '2013', registration };
  }
}
