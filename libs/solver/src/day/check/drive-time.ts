import type { DayProblem, Jam } from '../problem/day-problem.js';

/** Seconds of driving, computed afresh from the table. */
export function driveTime({ travel }: DayProblem, from: number, to: number, at: number): number {
  if (from === to) return 0;
  const { places, freeSec, hourFactor, jams } = travel;
  const last = hourFactor.length - 1;
  const hour = Math.min(Math.max(at, 0) / 3600, last);
  const low = Math.floor(hour);
  const high = Math.min(low + 1, last);
  const factor = hourFactor[low]! * (1 - (hour - low)) + hourFactor[high]! * (hour - low);
  const usual = freeSec[places * from + to]! * factor;
  const slowing = jams?.all.filter((jam) => isOnWay(jam, from, to)) ?? [];
  return slowing.length === 0 ? usual : usual + lostIn(slowing, at, usual);
}

function isOnWay({ places, isBetween = false }: Jam, from: number, to: number): boolean {
  const [begins, ends] = [places.includes(from), places.includes(to)];
  return isBetween ? begins && ends : begins || ends;
}

/** Seconds that jams cost a way that is begun at a time and would take so long: from one change of pace to the next. */
function lostIn(jams: readonly Jam[], at: number, usual: number): number {
  const changes = jams
    .flatMap(({ fromSec, toSec }) => [fromSec, toSec])
    .filter((sec) => sec > at && sec < Infinity)
    .toSorted((one, other) => one - other);
  const begins = [at, ...changes];
  let way = usual;
  let lost = 0;
  begins.forEach((begin, index) => {
    const pace = Math.max(
      1,
      ...jams.flatMap((jam) => (jam.fromSec <= begin && begin < jam.toSec ? [jam.factor] : [])),
    );
    const lasts = (begins[index + 1] ?? Infinity) - begin;
    const driven = Math.min(way, lasts / pace);
    way -= driven;
    lost += driven * (pace - 1);
  });
  return lost;
}

/** What rounding to whole seconds may add up to. */
export const ROUNDED_SEC = 1;
