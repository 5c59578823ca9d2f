import { addSeconds } from '@tongyun/kernel';
import { destination, type Wgs84 } from '@tongyun/geo';
import { SimulatedTerminal, type TerminalIdentity } from '../../../apps/simulator/src/index.js';
import type { DemoMixer } from '../../../database/seeds/demo/vehicles.js';

const LOCATED_AND_ACC_ON = 0b11;
const SPEED_MPS = 8;
const YELLOW = 2;
const YELLOW_GREEN = 93;

/** What the terminal of a mixer says of itself. */
export const identityOf = (
  {
    plateNo,
    plateColor,
    terminalPhone,
  }: Pick<DemoMixer, 'plateNo' | 'plateColor' | 'terminalPhone'>,
  version: TerminalIdentity['version'] = '2013',
): TerminalIdentity => ({
  phone: terminalPhone,
  version,
  registration: {
    provinceId: 33,
    cityId: 100,
    manufacturer: 'TYDEM',
    model: 'TY-808',
    terminalNo: terminalPhone.slice(-7),
    plateColor: plateColor === 'yellow' ? YELLOW : YELLOW_GREEN,
    plateNo,
  },
});

export interface SentFix {
  /** As the API writes it. */
  readonly at: string;
  readonly lngE6: number;
  readonly latE6: number;
}

/** A truck on its way east, a fix for every second; it remembers what was acknowledged. */
export class ReportingTruck {
  readonly acknowledged: SentFix[] = [];
  private readonly terminal: SimulatedTerminal;

  constructor(
    identity: TerminalIdentity,
    port: number,
    private readonly from: Wgs84,
    private readonly startsAt: Date,
  ) {
    this.terminal = new SimulatedTerminal(identity, { host: '127.0.0.1', port });
  }

  async connect(): Promise<void> {
    await this.terminal.connect();
    const authCode = await this.terminal.register();
    const result = authCode === null ? null : await this.terminal.authenticate(authCode);
    if (result !== 0) throw new Error('the gateway refused the terminal');
  }

  /** Sends the fix after the last acknowledged one: one that got no answer is sent again. */
  async report(): Promise<void> {
    const { at, lngE6, latE6 } = this.fixOf(this.acknowledged.length);
    const result = await this.terminal.sendFix({
      statusBits: LOCATED_AND_ACC_ON,
      lngE6,
      latE6,
      altitudeM: 10,
      speedKph: SPEED_MPS * 3.6,
      headingDeg: 90,
      at: new Date(at),
    });
    if (result !== 0) throw new Error(`the gateway answered ${result}`);
    this.acknowledged.push({ at, lngE6, latE6 });
  }

  close(): void {
    this.terminal.close();
  }

  private fixOf(nth: number): SentFix {
    const { lng, lat } = destination(this.from, 90, nth * SPEED_MPS);
    const wholeSecond = new Date(Math.floor(this.startsAt.getTime() / 1_000) * 1_000);
    return {
      at: addSeconds(wholeSecond, nth).toISOString(),
      lngE6: Math.round(lng * 1e6),
      latE6: Math.round(lat * 1e6),
    };
  }
}
