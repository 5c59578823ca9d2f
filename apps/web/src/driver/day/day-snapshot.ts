import { type DriverDayView, driverDayView } from '@tongyun/contracts';

const KEY = 'tongyun.driver.day';

/** As much of the browser's storage as is needed here. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The day as it was last seen, for a phone that is opened without a network. */
export function readDay(storage: TextStorage): DriverDayView | null {
  try {
    const read = driverDayView.safeParse(JSON.parse(storage.getItem(KEY) ?? 'null'));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

export function keepDay(storage: TextStorage, day: DriverDayView): void {
  try {
    storage.setItem(KEY, JSON.stringify(day));
  } catch {
    // A phone that keeps nothing works while it has a network.
  }
}

export const forgetDay = (storage: TextStorage): void => storage.removeItem(KEY);

/** Of two answers about one day the one that was true later; a slow answer moves nothing back. */
export const findNewerDay = (
  known: DriverDayView | undefined,
  heard: DriverDayView,
): DriverDayView =>
  known && known.driverId === heard.driverId && Date.parse(known.dataAt) > Date.parse(heard.dataAt)
    ? known
    : heard;
