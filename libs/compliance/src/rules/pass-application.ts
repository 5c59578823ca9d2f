import { addMinutes, type Role } from '@tongyun/kernel';

export type ApplicationState = 'pending' | 'granted' | 'refused' | 'withdrawn';
export type ApprovingBody = Extract<Role, 'concrete_admin' | 'district_bureau' | 'police'>;

/** What is known of vehicle and enterprise when a pass is asked for. */
export interface Applicant {
  readonly registrationState: string;
  /** Whether who holds the vehicle is barred from business (R31). */
  readonly isHolderBarred: boolean;
  /** When a terminal bound to the vehicle was last heard of; null: never, or there is none. */
  readonly terminalHeardAt: Date | null;
  /** Whether a terminal bound to the vehicle has its own registration. */
  readonly isTerminalRegistered: boolean;
  /** Drivers of the enterprise with both trainings in force. */
  readonly trainedDrivers: number;
}

/** What the policy demands of whoever applies. */
export interface ApplicationDemands {
  /** Null: the terminal is not asked about. */
  readonly terminalHeardWithinHours: number | null;
  readonly mustTerminalBeRegistered: boolean;
  readonly trainedDriversMin: number;
}

export type ApplicantVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: 'VEHICLE_NOT_REGISTERED'; readonly state: string }
  | { readonly ok: false; readonly code: 'PASS_ENTERPRISE_BARRED' }
  | {
      readonly ok: false;
      readonly code: 'PASS_TERMINAL_NOT_CONNECTED';
      readonly heardAt: Date | null;
      readonly withinHours: number;
    }
  | { readonly ok: false; readonly code: 'PASS_TERMINAL_NOT_REGISTERED' }
  | {
      readonly ok: false;
      readonly code: 'PASS_DRIVERS_MISSING';
      readonly trainedDrivers: number;
      readonly needed: number;
    };

const MIN_PER_HOUR = 60;

/** Judges whether a vehicle may be given a pass at all; asked when it applies and when it is granted. */
export function judgeApplicant(
  applicant: Applicant,
  { terminalHeardWithinHours, mustTerminalBeRegistered, trainedDriversMin }: ApplicationDemands,
  now: Date,
): ApplicantVerdict {
  const { registrationState, terminalHeardAt, isTerminalRegistered, trainedDrivers } = applicant;
  if (registrationState !== 'registered') {
    return { ok: false, code: 'VEHICLE_NOT_REGISTERED', state: registrationState };
  }
  if (applicant.isHolderBarred) return { ok: false, code: 'PASS_ENTERPRISE_BARRED' };
  if (terminalHeardWithinHours !== null) {
    const since = addMinutes(now, -terminalHeardWithinHours * MIN_PER_HOUR);
    if (terminalHeardAt === null || terminalHeardAt < since) {
      return {
        ok: false,
        code: 'PASS_TERMINAL_NOT_CONNECTED',
        heardAt: terminalHeardAt,
        withinHours: terminalHeardWithinHours,
      };
    }
  }
  if (mustTerminalBeRegistered && !isTerminalRegistered) {
    return { ok: false, code: 'PASS_TERMINAL_NOT_REGISTERED' };
  }
  if (trainedDrivers < trainedDriversMin) {
    return { ok: false, code: 'PASS_DRIVERS_MISSING', trainedDrivers, needed: trainedDriversMin };
  }
  return { ok: true };
}

/** The fields of an application that its steps are read from. */
export interface SteppedApplication {
  readonly state: ApplicationState;
  readonly steps: readonly ApprovingBody[];
  /** How many of the steps have approved. */
  readonly approved: number;
}

/** Whose approval is due; null once the application is settled. */
export const dueStepOf = ({ state, steps, approved }: SteppedApplication): ApprovingBody | null =>
  state === 'pending' ? (steps[approved] ?? null) : null;

/** Where an application stands, as its decisions are kept: `at_police`, or how it was settled. */
export function stageOf(application: SteppedApplication): string {
  const due = dueStepOf(application);
  return due === null ? application.state : `at_${due}`;
}

/** Where an application stands after the body whose turn it is has approved. */
export function afterApproval({ steps, approved }: SteppedApplication): {
  readonly state: 'pending' | 'granted';
  readonly approved: number;
} {
  const next = approved + 1;
  return { state: next < steps.length ? 'pending' : 'granted', approved: next };
}
