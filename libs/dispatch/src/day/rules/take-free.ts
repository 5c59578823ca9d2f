/**
 * Takes a place (a line, a chute) for a time: the named one, else one that is free by then, else the
 * one that is free first. Facts may overlap, so whatever it is, it is taken.
 *
 * @param freeFromSec by place, when it is free; the taken one is changed
 * @param own the place where it is known to be; -1 when it is not
 * @returns which place, from 0
 */
export function takeFree(
  freeFromSec: number[],
  { fromSec, toSec }: { readonly fromSec: number; readonly toSec: number },
  own = -1,
): number {
  const open = freeFromSec.findIndex((sec) => sec <= fromSec);
  const free = open >= 0 ? open : freeFromSec.indexOf(Math.min(...freeFromSec));
  const place = own >= 0 ? own : Math.max(0, free);
  freeFromSec[place] = Math.max(freeFromSec[place] ?? -Infinity, toSec);
  return place;
}
