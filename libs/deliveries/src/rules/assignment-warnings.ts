import { minutesBetween } from '@tongyun/kernel';
import type { AssignmentWindow, WindowClash } from './assignment-window.js';

/** Something to know that does not stand against an assignment by itself. */
export interface Warning {
  readonly code:
    | WindowClash
    | 'late_on_site'
    | 'concrete_too_old'
    | 'pump_not_assigned'
    | 'night_without_permit'
    | 'overridden';
  readonly message: string;
}

export interface ConcreteWay {
  /** Minutes of filling the drum before the vehicle leaves. */
  readonly loadingMin: number;
  /** Minutes from batching by which the last concrete must be out (policy). */
  readonly dischargeWithinMin: number;
}

const CLASH_MESSAGE: Readonly<Record<WindowClash, string>> = {
  assignment_overlaps: 'Vehicle or driver is held for another job at that time',
  before_predicted_return: 'The slot begins before the predicted return from another job',
};

/** A load of a pour whose pump nobody has been told of: its truck would stand there waiting. */
export const PUMP_NOT_ASSIGNED: Warning = {
  code: 'pump_not_assigned',
  message: 'No pump has been given this pour, which is pumped',
};

/** Work at night beside people who sleep, which no permit covers (R46). */
export const NIGHT_WITHOUT_PERMIT: Warning = {
  code: 'night_without_permit',
  message: 'People live beside the site, and no permit covers this work at night',
};

/**
 * Lists what a dispatcher should know of a window before taking it.
 *
 * @param concrete null for a pump, which carries none
 */
export function listWindowWarnings(
  window: AssignmentWindow,
  clash: WindowClash | null,
  concrete: ConcreteWay | null,
): Warning[] {
  const warnings: Warning[] = [];
  if (clash) warnings.push({ code: clash, message: CLASH_MESSAGE[clash] });
  if (window.lateMin >= 1) {
    const minutes = Math.round(window.lateMin);
    warnings.push({ code: 'late_on_site', message: `On site ${minutes} min later than wanted` });
  }
  const ageMin = concrete
    ? concrete.loadingMin + minutesBetween(window.startsAt, window.endsAt)
    : 0;
  if (concrete && ageMin > concrete.dischargeWithinMin) {
    const [age, limit] = [Math.round(ageMin), concrete.dischargeWithinMin];
    warnings.push({
      code: 'concrete_too_old',
      message: `The concrete would be ${age} min old when the drum is empty, the limit is ${limit}`,
    });
  }
  return warnings;
}
