export {
  clockText as formatMinute,
  hoursInWords as formatHours,
  weekdayNames,
} from '@tongyun/kernel';

/** Minutes since midnight of a `HH:MM`. */
export function minuteOf(clock: string): number {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}
