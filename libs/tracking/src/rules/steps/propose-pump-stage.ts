import type { PumpFacts, PumpStage } from '../inputs.js';
import type { Step } from '../step.js';
import type { Presence } from '../track-state.js';
import { plantFence, siteFence } from './match-geofences.js';

/** A pump that leaves its plant sooner than this before it is to goes somewhere else first; ours. */
const EARLY_MS = 60 * 60_000;

/**
 * Proposes the stage of a pump's job that crossing a fence shows: it left its plant, came to the site,
 * went away from it after it had pumped. Whether its boom is up no fence can know.
 *
 * Until `deliveries` says otherwise the steps go on with what was proposed.
 */
export const proposePumpStage: Step = (state, input) => {
  const { pump, fences } = state;
  if (pump === null || input.kind !== 'fix') return null;
  const stage = findStage(pump, fences[plantFence(pump)], fences[siteFence(pump)]);
  if (stage === null) return null;
  const { stage: reached, atMs } = stage;
  return {
    state: { ...state, pump: { ...pump, stage: reached } },
    events: [{ kind: 'pump_stage_proposed', pumpJobId: pump.pumpJobId, stage: reached, atMs }],
  };
};

function findStage(
  pump: PumpFacts,
  plant: Presence | undefined,
  site: Presence | undefined,
): { stage: PumpStage; atMs: number } | null {
  const isBeforeSite = pump.stage === 'released' || pump.stage === 'travelling';
  if (site?.isInside === true && isBeforeSite)
    return { stage: 'setting_up', atMs: crossedAtMs(site) };

  const hasLeftSite = site?.isFresh === true && !site.isInside;
  if (hasLeftSite && (pump.stage === 'pumping' || pump.stage === 'washing')) {
    return { stage: 'left', atMs: crossedAtMs(site) };
  }
  const hasLeftPlant = plant?.isFresh === true && !plant.isInside;
  if (!hasLeftPlant || pump.stage !== 'released') return null;
  const atMs = crossedAtMs(plant);
  return atMs < pump.departAtMs - EARLY_MS ? null : { stage: 'travelling', atMs };
}

const crossedAtMs = ({ crossing }: Presence): number => crossing[0]!.atMs;
