import type { TruckBehaviour } from '../behaviours/behaviour.js';
import { goesSilent } from '../behaviours/goes-silent.js';
import { leavesTheRadius } from '../behaviours/leaves-the-radius.js';
import { sendsRubbish } from '../behaviours/sends-rubbish.js';
import { ALWAYS_ONLINE, type Coverage, tapsOffline } from '../behaviours/taps-offline.js';
import type { Random } from '@tongyun/kernel';

/** Of so many trucks in a row, one plays each misbehaving part. */
const TROUPE = 14;
const PHONES_WITH_GAPS = 6;

/** Which part the nth truck plays; null: an honest one. */
export function castTruck(nth: number, random: Random): TruckBehaviour | null {
  switch (nth % TROUPE) {
    case 1:
      return leavesTheRadius();
    case 4:
      return goesSilent();
    case 8:
      return sendsRubbish(random);
    default:
      return null;
  }
}

/** How well the nth driver's phone is covered. */
export const castPhone = (nth: number): Coverage =>
  nth % PHONES_WITH_GAPS === PHONES_WITH_GAPS - 1 ? tapsOffline() : ALWAYS_ONLINE;
