import { wgs84 } from '@tongyun/geo';
import { Pump } from './pump.js';
import type { Truck } from './truck.js';

const YARD = wgs84(120.2, 30.3);
const SITE = wgs84(120.3, 30.3);

/** A pump's truck that is where it is put, and remembers where it was sent. */
class StandingTruck implements Pick<Truck, 'at' | 'driveTo'> {
  at = YARD;
  sentTo = YARD;
  driveTo(to: typeof YARD): void {
    this.sentTo = to;
  }
}

const aPump = () => {
  const truck = new StandingTruck();
  const pump = new Pump(truck as unknown as Truck, YARD, { setUpSec: 600, primeSec: 60 });
  pump.take({ id: 'job-1', site: SITE, untilMs: 10_000_000 });
  return { truck, pump };
};

describe('a pump', () => {
  it('goes to its job and says nothing before it stands there', () => {
    const { truck, pump } = aPump();

    expect(pump.tick(0)).toBeNull();
    expect(truck.sentTo).toBe(SITE);
  });

  it('says once that it is ready, and once that it pumps', () => {
    const { truck, pump } = aPump();
    truck.at = SITE;

    const said = [0, 599, 600, 601, 660, 661].map((sec) => pump.tick(sec * 1_000)?.stage ?? null);

    expect(said).toEqual([null, null, 'ready', null, 'pumping', null]);
  });

  it('goes home when its job is over', () => {
    const { truck, pump } = aPump();

    expect(pump.tick(10_000_001)).toBeNull();
    expect(truck.sentTo).toBe(YARD);
  });
});
