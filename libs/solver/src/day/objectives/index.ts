import { change } from './change.js';
import { emptyDriving } from './empty-driving.js';
import { fairnessOfHours } from './fairness-of-hours.js';
import { fairness } from './fairness.js';
import { firstTruckLate } from './first-truck-late.js';
import type { ChainGoal, PlantGoal, TruckGoal } from './goal.js';
import { queueJumps } from './queue-jumps.js';
import { spacingKept } from './spacing-kept.js';
import { waitingAtPlant } from './waiting-at-plant.js';
import { waitingAtSite } from './waiting-at-site.js';
import { waste } from './waste.js';

/** What a plan is judged by, after the volume it serves. */
export const CHAIN_GOALS: readonly ChainGoal[] = [
  firstTruckLate,
  spacingKept,
  waitingAtSite,
  waste,
  change,
];
export const TRUCK_GOALS: readonly TruckGoal[] = [emptyDriving, fairness, fairnessOfHours];
export const PLANT_GOALS: readonly PlantGoal[] = [waitingAtPlant, queueJumps];
