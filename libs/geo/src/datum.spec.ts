import { bd09ToWgs84, gcj02ToWgs84, toWgs84, wgs84ToBd09, wgs84ToGcj02 } from './datum.js';
import { distanceM } from './great-circle.js';
import { type Gcj02, gcj02, wgs84 } from './position.js';

const westLake = wgs84(120.155, 30.274);
/** Reads a position as if its degrees were WGS-84: the mistake whose size is measured here. */
const misread = ({ lng, lat }: { lng: number; lat: number }) => wgs84(lng, lat);

describe('datum shifts', () => {
  it('draw a WGS-84 position where Baidu does (pair published with gcoord)', () => {
    const drawn = wgs84ToBd09(wgs84(116.403988, 39.914266));

    expect(drawn.lng).toBeCloseTo(116.41661560068297, 8);
    expect(drawn.lat).toBeCloseTo(39.92196580126834, 8);
  });

  it('undo GCJ-02 (pair published with gcoord)', () => {
    const found = gcj02ToWgs84(gcj02(123, 45));

    expect(found.lng).toBeCloseTo(122.99395597, 5);
    expect(found.lat).toBeCloseTo(44.99804071, 5);
  });

  it.each([
    { crs: 'gcj02' as const, drawn: wgs84ToGcj02(westLake) },
    { crs: 'bd09' as const, drawn: wgs84ToBd09(westLake) },
    { crs: 'wgs84' as const, drawn: westLake },
  ])('bring a position stated in $crs back within half a metre', ({ crs, drawn }) => {
    expect(distanceM(toWgs84(drawn, crs), westLake)).toBeLessThan(0.5);
  });

  it('undo BD-09 by its own name as well', () => {
    expect(distanceM(bd09ToWgs84(wgs84ToBd09(westLake)), westLake)).toBeLessThan(0.5);
  });

  it('are as large in Hangzhou as measured there: GCJ-02 507–567 m, BD-09 1,124–1,200 m', () => {
    const gcj02OffM = distanceM(westLake, misread(wgs84ToGcj02(westLake)));
    const bd09OffM = distanceM(westLake, misread(wgs84ToBd09(westLake)));

    expect(gcj02OffM).toBeGreaterThanOrEqual(507);
    expect(gcj02OffM).toBeLessThanOrEqual(567);
    expect(bd09OffM).toBeGreaterThanOrEqual(1_124);
    expect(bd09OffM).toBeLessThanOrEqual(1_200);
  });

  it('put a position a kilometre off when applied twice, and undone twice find it again', () => {
    const once = wgs84ToGcj02(westLake);
    // @ts-expect-error a GCJ-02 position is no WGS-84 one: the compiler stops a second shift
    const twice: Gcj02 = wgs84ToGcj02(once);

    expect(distanceM(westLake, misread(twice))).toBeGreaterThan(1_000);
    expect(distanceM(westLake, gcj02ToWgs84(twice))).toBeGreaterThan(500);
    const undoneTwice = gcj02ToWgs84(gcj02(...pairOf(gcj02ToWgs84(twice))));
    expect(distanceM(westLake, undoneTwice)).toBeLessThan(1);
  });

  it('leave places outside China alone', () => {
    const monaco = wgs84(7.41337, 43.72956);

    expect(wgs84ToGcj02(monaco)).toEqual({ lng: 7.41337, lat: 43.72956 });
    expect(toWgs84({ lng: 7.41337, lat: 43.72956 }, 'gcj02')).toEqual(monaco);
  });

  it('never write into what they are given', () => {
    const sent = Object.freeze({ lng: 120.155, lat: 30.274 });

    const found = toWgs84(sent, 'bd09');

    expect(sent).toEqual({ lng: 120.155, lat: 30.274 });
    expect(found).not.toEqual(sent);
  });
});

const pairOf = ({ lng, lat }: { lng: number; lat: number }): [number, number] => [lng, lat];
