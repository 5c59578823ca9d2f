import type { VehicleId } from '@tongyun/kernel';
import type { VehicleFact } from '@tongyun/permission';
import type { FixInput, JudgeInput, TimerInput } from './rules/inputs.js';

/** A stored fix as it waits for the judge. */
export interface QueuedFix {
  readonly from: 'fix';
  readonly arrival: number;
  readonly vehicleId: VehicleId;
  readonly shard: number;
  readonly input: FixInput;
  readonly speedKph: number | null;
  readonly headingDeg: number | null;
}

/** A stored change of a trip or of the facts. */
export interface QueuedChange {
  readonly from: 'judge_input';
  readonly arrival: number;
  readonly vehicleId: VehicleId;
  readonly input: Exclude<JudgeInput, FixInput>;
  /** The vehicle's facts from then on; null when it is not they that changed. */
  readonly facts: VehicleFact | null;
}

/** A timer that has come due; it has no place in the order of arrival and goes last. */
export interface QueuedTimer {
  readonly from: 'judge_timer';
  readonly vehicleId: VehicleId;
  readonly input: TimerInput;
}

export type QueuedInput = QueuedFix | QueuedChange | QueuedTimer;
