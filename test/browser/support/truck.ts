import { setTimeout as wait } from 'node:timers/promises';
import { destination, distanceM, headingDeg, type Wgs84 } from '@tongyun/geo';
import { SimulatedTerminal, type TerminalIdentity } from '../../../apps/simulator/src/index.js';

const LOCATED_AND_ACC_ON = 0b11;
const STEP_MS = 2_000;

/** A truck with a real terminal on a real socket; it says where it is as it drives. */
export class Truck {
  private constructor(
    private readonly terminal: SimulatedTerminal,
    private at: Wgs84,
  ) {}

  /** Connects, registers and authenticates, standing at `at`. */
  static async start(identity: TerminalIdentity, port: number, at: Wgs84): Promise<Truck> {
    const terminal = new SimulatedTerminal(identity, { host: '127.0.0.1', port });
    await terminal.connect();
    const authCode = await terminal.register();
    if (authCode === null) throw new Error('the gateway refused the terminal');
    await terminal.authenticate(authCode);
    return new Truck(terminal, at);
  }

  /** Reports `times` fixes on the spot; resolves when the last is acknowledged. */
  async stand(times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      await this.report(0, 0);
      await wait(STEP_MS);
    }
  }

  /** Drives straight to `there` in real time; resolves when the last fix is acknowledged. */
  async driveTo(there: Wgs84, speedKph: number): Promise<void> {
    const stepM = (speedKph / 3.6) * (STEP_MS / 1_000);
    while (distanceM(this.at, there) > 1) {
      const heading = headingDeg(this.at, there);
      const leftM = distanceM(this.at, there);
      this.at = leftM <= stepM ? there : destination(this.at, heading, stepM);
      await this.report(speedKph, Math.round(heading) % 360);
      await wait(STEP_MS);
    }
  }

  close(): void {
    this.terminal.close();
  }

  private report(speedKph: number, heading: number): Promise<number> {
    return this.terminal.sendFix({
      statusBits: LOCATED_AND_ACC_ON,
      lngE6: Math.round(this.at.lng * 1e6),
      latE6: Math.round(this.at.lat * 1e6),
      altitudeM: 10,
      speedKph,
      headingDeg: heading,
      at: new Date(),
    });
  }
}
