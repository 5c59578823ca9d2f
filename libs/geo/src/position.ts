declare const datum: unique symbol;
interface Position<Datum extends string> {
  /** Degrees east, [-180, 180]. */
  readonly lng: number;
  /** Degrees north, [-90, 90]. */
  readonly lat: number;
  readonly [datum]: Datum;
}

/** What devices report, the database stores and every rule expects. */
export type Wgs84 = Position<'WGS-84'>;
/** What Chinese base maps draw on; exists only at the edges. */
export type Gcj02 = Position<'GCJ-02'>;
/** What Baidu draws on; exists only at the edges. */
export type Bd09 = Position<'BD-09'>;

export const wgs84 = (lng: number, lat: number) => ({ lng, lat }) as Wgs84;
export const gcj02 = (lng: number, lat: number) => ({ lng, lat }) as Gcj02;
export const bd09 = (lng: number, lat: number) => ({ lng, lat }) as Bd09;
