import { distanceM, wgs84 } from '@tongyun/geo';
import type { ReportToSend } from '@tongyun/jt808';
import { seededRandom } from '@tongyun/kernel';
import type { ReportLine } from '../terminal/terminal-line.js';
import { goesSilent } from './goes-silent.js';
import { leavesTheRadius } from './leaves-the-radius.js';
import { sendsRubbish } from './sends-rubbish.js';
import { tapsOffline } from './taps-offline.js';
import { findUntrained } from './untrained-driver.js';

const plant = wgs84(120.3, 30.35);
const site = wgs84(120.2, 30.28);
const run = { tripId: 't1', plant, site, limitM: 20_000 };
const aReport = (second: number): ReportToSend => ({
  statusBits: 3,
  latE6: 30_000_000,
  lngE6: 120_000_000,
  altitudeM: 10,
  speedKph: 40,
  headingDeg: 0,
  at: new Date(second * 1_000),
});

/** Writes down what leaves the terminal. */
class Notebook implements ReportLine {
  readonly lines: string[] = [];
  report({ at }: ReportToSend): void {
    this.lines.push(`report ${at.getTime() / 1_000}`);
  }
  hold({ at }: ReportToSend): void {
    this.lines.push(`hold ${at.getTime() / 1_000}`);
  }
  sendBytes(): void {
    this.lines.push('bytes');
  }
}

describe('a truck that leaves the radius', () => {
  it('drives beyond the limit once a trip', () => {
    const behaviour = leavesTheRadius();
    const detour = behaviour.detour?.(run);

    expect(distanceM(plant, detour!)).toBeCloseTo(22_500, -1);
    expect(behaviour.detour?.(run)).toBeNull();
    expect(behaviour.detour?.({ ...run, tripId: 't2' })).not.toBeNull();
  });

  it('has nothing to leave where no limit is set', () => {
    expect(leavesTheRadius().detour?.({ ...run, limitM: null })).toBeNull();
  });
});

describe('a truck that goes silent', () => {
  it('holds its positions back for a while and then reports again', () => {
    const notebook = new Notebook();
    const behaviour = goesSilent(40, 20);
    for (const second of [0, 10, 20, 30, 40])
      behaviour.report?.(aReport(second), notebook, second * 1_000);

    expect(notebook.lines).toEqual(['report 0', 'report 10', 'hold 20', 'hold 30', 'report 40']);
  });
});

describe('a truck that sends rubbish', () => {
  it('still sends every position, with noise between', () => {
    const notebook = new Notebook();
    const behaviour = sendsRubbish(seededRandom(3));
    for (let second = 0; second < 30; second += 1) behaviour.report?.(aReport(second), notebook, 0);

    expect(notebook.lines.filter((line) => line.startsWith('report'))).toHaveLength(30);
    expect(notebook.lines.filter((line) => line === 'bytes').length).toBeGreaterThan(3);
  });
});

describe('a phone that taps offline', () => {
  it('has no network for part of the time', () => {
    const coverage = tapsOffline(300, 120);

    expect([0, 119_000, 120_000, 299_000, 300_000].map((ms) => coverage.isOnline(ms))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });
});

describe('untrained drivers', () => {
  it('are those who may not work', () => {
    const line = { driverName: '张三', enterpriseId: 'e', skill: null, safety: null, leftOn: null };
    const trainings = [
      { ...line, driverId: 'trained', mayWork: true },
      { ...line, driverId: 'untrained', mayWork: false },
    ];

    expect(findUntrained(trainings)).toEqual(['untrained']);
  });
});
