import { distanceM, wgs84 } from '@tongyun/geo';
import type { ReportToSend } from '@tongyun/jt808';
import type { TruckBehaviour } from '../behaviours/behaviour.js';
import { seededRandom } from '@tongyun/kernel';
import type { RoadGraph } from '../roads/road-graph.js';
import type { TerminalLine } from '../terminal/terminal-line.js';
import { Pump } from './pump.js';
import { Truck, type TruckLine } from './truck.js';
import { wander } from './wandering.js';

const road = { name: 'main_road', speedKph: 60, limitKph: 110 } as const;
const roads: RoadGraph = {
  junctions: new Map([
    ['west', wgs84(120, 30)],
    ['east', wgs84(120.1, 30)],
  ]),
  roads: [{ from: 'west', to: 'east', roadClass: road }],
};
const west = wgs84(120.001, 30);
const east = wgs84(120.02, 30);

class FakeLine implements TruckLine {
  readonly reports: ReportToSend[] = [];
  heartbeats = 0;
  readonly acknowledgedFixes = 0;
  readonly isOnline = true;
  keepUp: TerminalLine['keepUp'] = () => undefined;
  hold: TerminalLine['hold'] = () => undefined;
  sendBytes: TerminalLine['sendBytes'] = () => undefined;
  report(report: ReportToSend): void {
    this.reports.push(report);
  }
  heartbeat(): void {
    this.heartbeats += 1;
  }
  end(): Promise<void> {
    return Promise.resolve();
  }
}

function aTruck(behaviour: TruckBehaviour | null = null) {
  const line = new FakeLine();
  const settings = { roads, pace: 1, reportEverySec: 5, random: seededRandom(1) };
  const truck = new Truck(line, west, settings, behaviour);
  const drive = (seconds: number, fromSec = 0) => {
    for (let second = 0; second < seconds; second += 1) truck.tick((fromSec + second) * 1_000, 1);
  };
  return { line, truck, drive };
}

describe('Truck', () => {
  it('reports every few seconds where it is, and gives a sign of life each minute', () => {
    const { line, truck, drive } = aTruck();
    truck.driveTo(east);
    drive(61);

    expect(line.reports.length).toBeGreaterThanOrEqual(11);
    expect(line.reports.length).toBeLessThanOrEqual(14);
    expect(line.heartbeats).toBe(2);
    const last = line.reports.at(-1)!;
    expect(distanceM(wgs84(last.lngE6 / 1e6, last.latE6 / 1e6), truck.at)).toBeLessThan(100);
    expect(last).toMatchObject({ speedKph: 60, headingDeg: 90 });
  });

  it('never reports to have moved faster than it says', () => {
    const { line, truck, drive } = aTruck();
    truck.driveTo(east);
    drive(90);
    for (const [index, report] of line.reports.slice(1).entries()) {
      const before = line.reports[index]!;
      const sec = (report.at.getTime() - before.at.getTime()) / 1_000;
      const awayM = distanceM(
        wgs84(before.lngE6 / 1e6, before.latE6 / 1e6),
        wgs84(report.lngE6 / 1e6, report.latE6 / 1e6),
      );
      expect(awayM / sec).toBeLessThan(60 / 3.6 + 5);
    }
  });

  it('says in its status whether it is loaded', () => {
    const { line, truck, drive } = aTruck();
    drive(1);
    truck.isLoaded = true;
    drive(1, 10);

    expect(line.reports.map(({ statusBits }) => (statusBits >> 8) & 3)).toEqual([0, 3]);
  });

  it('counts how long it has stood, anew after each stage', () => {
    const { truck, drive } = aTruck();
    drive(30);
    expect(truck.stoodForSec).toBe(30);

    truck.waitAnew();
    drive(10, 30);
    expect(truck.stoodForSec).toBe(10);
  });

  it('goes on when it is told the same destination again', () => {
    const { truck, drive } = aTruck();
    truck.driveTo(east);
    drive(30);
    const { at } = truck;
    truck.driveTo(east);
    drive(1, 30);

    expect(distanceM(at, truck.at)).toBeCloseTo(60 / 3.6, 0);
  });

  it('leaves reporting to its behaviour', () => {
    const seen: number[] = [];
    const { line, drive } = aTruck({ name: 'odd', report: (_report, _line, at) => seen.push(at) });
    drive(1);

    expect([seen, line.reports]).toEqual([[0], []]);
  });
});

describe('a pump', () => {
  it('goes to its job, and home when the job is over', () => {
    const { truck, drive } = aTruck();
    const pump = new Pump(truck, west, { setUpSec: 600, primeSec: 60 });
    pump.take({ id: 'job-1', site: east, untilMs: 200_000 });
    pump.tick(0);
    drive(180);
    expect(distanceM(truck.at, east)).toBeLessThan(1);

    pump.tick(200_000);
    drive(180, 200);
    expect(distanceM(truck.at, west)).toBeLessThan(1);
  });
});

describe('a wanderer', () => {
  it('drives from stop to stop with a rest between', () => {
    const { truck, drive } = aTruck();
    const wanderer = { name: 'w', stops: [east, west] };
    let bound = wander(truck, wanderer, 0);
    drive(180);
    for (let second = 180; second < 220 && bound === 0; second += 1) {
      bound = wander(truck, wanderer, bound);
      drive(1, second);
    }

    expect(bound).toBe(1);
    expect(distanceM(truck.at, east)).toBeLessThan(60);
  });
});
