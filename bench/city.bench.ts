import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { checkDayPlan, planPlainly } from '@tongyun/solver';
import { generateCity } from './city/generate-city.js';
import { planOnCores, workIfThread } from './city/plan-on-cores.js';
import { runEvents } from './city/run-events.js';
import { scoreOf, servedPct } from './city/score.js';

workIfThread();

/** Plans a generated Hangzhou day on two cores beside the plain dispatcher, then lets a thousand things happen. */
export async function run(args: readonly string[]): Promise<object> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      scale: { type: 'string', default: '1' },
      seconds: { type: 'string', default: '19.5' },
      events: { type: 'string', default: '1000' },
    },
  });
  const [seed, scale, seconds, events] = [
    values.seed,
    values.scale,
    values.seconds,
    values.events,
  ].map(Number) as [number, number, number, number];
  if (![seed, events].every(Number.isInteger) || !(scale > 0) || !(seconds > 0)) {
    throw new Error('--seed and --events are whole numbers, --scale and --seconds above 0');
  }
  const problem = generateCity(seed, scale);
  const { trucks, pumps, plants, orders } = problem;
  const lines = plants.reduce((sum, plant) => sum + plant.lines.length, 0);
  console.error(
    `${orders.length} orders, ${trucks.length} mixers, ${pumps.length} pumps, ${plants.length} plants, ${lines} lines`,
  );
  const plain = scoreOf(problem, planPlainly(problem));
  console.error('plain', plain);
  const cores = Math.min(2, availableParallelism());
  const planned = await planOnCores(new URL(import.meta.url), problem, { cores, seconds, seed });
  const plan = scoreOf(problem, planned.last);
  console.error('plan', plan);
  const after = runEvents(problem, planned.last, events, seed);
  const fresh = await planOnCores(new URL(import.meta.url), after.problem, {
    cores,
    seconds,
    seed,
  });
  const { servedPct: planServedPct, violations, ...figures } = plan;
  const freshViolations = fresh.firstViolations + checkDayPlan(after.problem, fresh.last).length;
  return {
    seed,
    scale,
    cores,
    orders: orders.length,
    loads: planned.last.loads.length,
    firstPlanSec: Math.round(planned.firstSec * 100) / 100,
    firstServedPct: servedPct(problem, planned.first),
    planSec: Math.round(planned.lastSec * 100) / 100,
    servedPct: planServedPct,
    violations: violations + planned.firstViolations,
    plan: figures,
    plain,
    events: after.events,
    eventViolations: after.violations,
    replanP50Ms: after.replanP50Ms,
    replanP99Ms: after.replanP99Ms,
    changesPerEvent: after.changesPerEvent,
    offersTaken: after.offersTaken,
    servedAfterEventsPct: servedPct(after.problem, after.plan),
    freshPlanServedPct: servedPct(after.problem, fresh.last),
    freshPlanViolations: freshViolations,
  };
}
