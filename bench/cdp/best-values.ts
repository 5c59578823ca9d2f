import { existsSync, readFileSync } from 'node:fs';

export interface BestValues {
  readonly upperBound: number;
  readonly bestPublished: number;
  readonly bestKnown: number;
}

/** What is published of each instance, from a `best.csv`; empty when there is none. */
export function readBestValues(file: string): ReadonlyMap<string, BestValues> {
  if (!existsSync(file)) return new Map();
  const [, ...rows] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  return new Map(
    rows.map((row) => {
      const [name, upperBound, bestPublished, bestKnown] = row.split(',');
      return [
        name!,
        {
          upperBound: Number(upperBound),
          bestPublished: Number(bestPublished),
          bestKnown: Number(bestKnown),
        },
      ];
    }),
  );
}
