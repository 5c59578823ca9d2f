import { randomInt } from 'node:crypto';
import type { Page, TerminalView, VehicleView } from '@tongyun/contracts';
import { STATUS } from '@tongyun/jt808';
import { addSeconds } from '@tongyun/kernel';
import { SimulatedTerminal } from '../../apps/simulator/src/terminal/simulated-terminal.js';
import { sent } from './api-client.js';
import { eastOfPlant } from './concrete-works.js';
import type { TestServer } from './test-server.js';

const YELLOW = 2;
const SPEED_KPH = 60;
const KM_PER_MINUTE = SPEED_KPH / 60;

/**
 * A truck whose terminal is connected over TCP and has introduced itself by its plate; where the vehicle
 * was entered, a fitter has bound it.
 */
export class TruckOnLine {
  private constructor(private readonly terminal: SimulatedTerminal) {}

  static async connect(
    server: TestServer,
    { plateNo, id }: Pick<VehicleView, 'plateNo'> & Partial<Pick<VehicleView, 'id'>>,
  ): Promise<TruckOnLine> {
    const phone = `1${randomInt(3_000_000_000, 3_999_999_999)}`;
    const terminal = new SimulatedTerminal(
      {
        phone,
        version: '2013',
        registration: {
          provinceId: 33,
          cityId: 100,
          manufacturer: '70111',
          model: 'T1',
          terminalNo: '0000001',
          plateColor: YELLOW,
          plateNo: plateNo ?? '',
        },
      },
      { host: '127.0.0.1', port: server.jt808Port },
    );
    await terminal.connect();
    const authCode = await terminal.register();
    if (id !== undefined) await bindTerminal(server, phone, id);
    if (authCode === null || (await terminal.authenticate(authCode)) !== 0) {
      throw new Error('the gateway refused the terminal');
    }
    return new TruckOnLine(terminal);
  }

  /**
   * Drives east from one place to another, a fix a minute at 60 km/h; every fix is acknowledged.
   *
   * @returns when the last fix was true
   */
  async drive(fromKm: number, toKm: number, since: Date): Promise<Date> {
    const minutes = Math.floor((toKm - fromKm) / KM_PER_MINUTE);
    for (let minute = 0; minute <= minutes; minute += 1) {
      await this.report(fromKm + minute * KM_PER_MINUTE, addSeconds(since, minute * 60));
    }
    return addSeconds(since, minutes * 60);
  }

  async report(km: number, at: Date): Promise<void> {
    const { lng, lat } = eastOfPlant(km);
    const result = await this.terminal.sendFix({
      statusBits: STATUS.accOn | STATUS.located,
      lngE6: Math.round(lng * 1e6),
      latE6: Math.round(lat * 1e6),
      altitudeM: 10,
      speedKph: SPEED_KPH,
      headingDeg: 90,
      at,
    });
    if (result !== 0) throw new Error(`the gateway answered ${result}`);
  }

  close(): void {
    this.terminal.close();
  }
}

async function bindTerminal(server: TestServer, phone: string, vehicleId: string): Promise<void> {
  const fitter = server.as('fitter');
  const unknown = await sent<Page<TerminalView>>(fitter.get('terminals?state=provisional'));
  const terminal = unknown.items.find((listed) => listed.phone === phone);
  await sent(fitter.post(`terminals/${terminal?.id}/binding`, { vehicleId }));
}
