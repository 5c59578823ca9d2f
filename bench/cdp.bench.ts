import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPourPlan, type PourPlan, type PourProblem, solvePours } from '@tongyun/solver';
import { type BestValues, readBestValues } from './cdp/best-values.js';
import { readInstance } from './cdp/read-instance.js';

const FOLDER = '../shared/testdata/cdp';
const ENDING = '.rmc';

interface Solved {
  readonly name: string;
  readonly value: number;
  readonly bestPublished: number | null;
  readonly bestKnown: number | null;
  readonly upperBound: number | null;
  readonly secondsToBest: number;
  readonly valid: boolean;
  readonly deliveries: readonly { customer: string; truck: string; start: number }[];
}

/** Solves published instances of the Concrete Delivery Problem, each on this one thread. */
export async function run(args: readonly string[]): Promise<object> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      set: { type: 'string' },
      seconds: { type: 'string', default: '10' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string' },
    },
  });
  const [seconds, seed] = [Number(values.seconds), Number(values.seed)];
  if (!(seconds > 0) || !Number.isInteger(seed)) {
    throw new Error('--seconds is a number above 0, --seed a whole number');
  }
  const files = positionals.length > 0 ? positionals : filesOf(values.set);
  const solved: Solved[] = [];
  for (const file of files) {
    const best = readBestValues(join(dirname(file), 'best.csv'));
    const one = solveFile(file, best, seconds, seed);
    solved.push(one);
    console.error(
      [one.name.padEnd(14), one.value, one.bestPublished ?? '-', one.upperBound ?? '-'].join('\t'),
    );
  }
  if (values.out !== undefined) {
    const plans = solved.map(({ name, deliveries }) => ({ name, deliveries }));
    writeFileSync(values.out, JSON.stringify(plans));
  }
  return {
    seconds,
    seed,
    instances: solved.map(({ deliveries: _deliveries, bestKnown: _bestKnown, ...row }) => row),
    sets: Object.fromEntries(
      ['A', 'B'].flatMap((set) => {
        const rows = solved.filter(({ name }) => name.startsWith(`${set}_`));
        return rows.length === 0 ? [] : [[set, sumUp(rows)]];
      }),
    ),
    invalid: solved.filter(({ valid }) => !valid).length,
  };
}

const filesOf = (set: string | undefined): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(ENDING) && (set === undefined || name.startsWith(`${set}_`)))
    .toSorted()
    .map((name) => join(FOLDER, name));

function solveFile(
  file: string,
  best: ReadonlyMap<string, BestValues>,
  seconds: number,
  seed: number,
): Solved {
  const name = basename(file, ENDING);
  const problem = readInstance(readFileSync(file, 'utf8'));
  const beganMs = performance.now();
  const spentSec = () => (performance.now() - beganMs) / 1_000;
  let secondsToBest = 0;
  const plan = solvePours(problem, {
    seed,
    spent: () => spentSec() / seconds,
    onBetter: () => {
      secondsToBest = spentSec();
    },
  });
  const published = best.get(name);
  return {
    name,
    value: plan.servedM3,
    bestPublished: published?.bestPublished ?? null,
    bestKnown: published?.bestKnown ?? null,
    upperBound: published?.upperBound ?? null,
    secondsToBest: Math.round(secondsToBest * 100) / 100,
    valid: checkPourPlan(problem, plan).length === 0,
    deliveries: inTheirIds(problem, plan),
  };
}

const inTheirIds = ({ pours, trucks }: PourProblem, { deliveries }: PourPlan) =>
  deliveries.map(({ pour, truck, startMin }) => ({
    customer: pours[pour]!.id,
    truck: trucks[truck]!.id,
    start: startMin,
  }));

function sumUp(rows: readonly Solved[]): object {
  const sum = (of: (row: Solved) => number) => rows.reduce((total, row) => total + of(row), 0);
  const known = rows.filter(({ upperBound }) => upperBound !== null);
  const gaps = known.map(({ value, upperBound }) => (upperBound! - value) / upperBound!);
  const count = (holds: (row: Solved) => boolean) => known.filter(holds).length;
  return {
    count: rows.length,
    total: sum(({ value }) => value),
    totalBestPublished: sum(({ bestPublished }) => bestPublished ?? 0),
    totalBestKnown: sum(({ bestKnown }) => bestKnown ?? 0),
    meanGapPct:
      gaps.length === 0
        ? null
        : Math.round((gaps.reduce((total, gap) => total + gap, 0) / gaps.length) * 10_000) / 100,
    above: count(({ value, bestPublished }) => value > bestPublished!),
    equal: count(({ value, bestPublished }) => value === bestPublished),
    below: count(({ value, bestPublished }) => value < bestPublished!),
  };
}
