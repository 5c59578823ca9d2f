import { distanceM, wgs84 } from '@tongyun/geo';
import { DETOUR_FACTOR, SPEED_KPH_BY_HOUR } from './routing-settings.js';
import { slowdownAt, speedKphAt, StraightLineEstimate } from './straight-line-estimate.js';

const plant = wgs84(120.2, 30.18);
const site = wgs84(120.16, 30.28);
const estimate = new StraightLineEstimate('Asia/Shanghai');
const at = (clock: string) => new Date(`2026-11-23T${clock}:00+08:00`);

describe('StraightLineEstimate', () => {
  it('goes a third farther than the straight line, at the speed of the local hour', async () => {
    const time = await estimate.between(plant, site, at('08:15'));

    const roadM = distanceM(plant, site) * 1.35;
    expect(time.source).toBe('estimate');
    expect(time.distanceM).toBeCloseTo(roadM, 6);
    expect(time.durationMin).toBeCloseTo(roadM / 1000 / (18 / 60), 6);
  });

  it('is slower in the rush hour than at night', async () => {
    const rush = await estimate.between(plant, site, at('17:59'));
    const night = await estimate.between(plant, site, at('03:00'));

    expect(rush.durationMin).toBeGreaterThan(1.5 * night.durationMin);
    expect(rush.distanceM).toBe(night.distanceM);
  });

  it('fills a matrix row by row', async () => {
    const times = await estimate.matrix([plant, site], [plant, site, plant], at('03:00'));

    expect(times.map((row) => row.map(({ distanceM: metres }) => metres > 0))).toEqual([
      [false, true, false],
      [true, false, true],
    ]);
  });

  it('knows a speed for every hour', () => {
    expect(SPEED_KPH_BY_HOUR.value).toHaveLength(24);
    expect(SPEED_KPH_BY_HOUR.value.every((kph) => kph >= 10 && kph <= 80)).toBe(true);
    expect([SPEED_KPH_BY_HOUR.source, DETOUR_FACTOR.source]).toEqual(['assumption', 'assumption']);
    expect(speedKphAt(at('23:59'), 'Asia/Shanghai')).toBe(SPEED_KPH_BY_HOUR.value[23]);
  });

  it('measures the slowdown against empty roads', () => {
    expect(slowdownAt(at('02:00'), 'Asia/Shanghai')).toBe(1);
    expect(slowdownAt(at('08:00'), 'Asia/Shanghai')).toBeCloseTo(40 / 18, 9);
  });
});
