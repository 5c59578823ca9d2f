import { z } from 'zod';

/** Strength classes of concrete and mortar, without what may follow them in an order. */
export const orderedGrades = z
  .array(z.string().regex(/^(?:C\d{2}|M\d{1,2}(?:\.5)?)$/))
  .min(1)
  .max(60);

const CONCRETE = Array.from({ length: 15 }, (_, index) => `C${10 + 5 * index}`);
const MORTAR = ['M5', 'M7.5', 'M10', 'M15', 'M20', 'M25', 'M30'];

/** C10 to C80 by 5, and the wet mortars. */
export const SHIPPED_GRADES: z.infer<typeof orderedGrades> = [...CONCRETE, ...MORTAR];

/** How far a tested slump may be from the one ordered, mm; the last row that begins below it counts. */
export const slumpTolerances = z
  .array(
    z.strictObject({
      /** Smallest ordered slump, mm, that the row is for. */
      fromMm: z.number().int().min(0).max(300),
      toleranceMm: z.number().int().min(0).max(100),
    }),
  )
  .min(1)
  .max(20)
  .refine((rows) => rows[0]?.fromMm === 0, { message: 'the first row begins at 0' })
  .refine((rows) => rows.every((row, at) => at === 0 || rows[at - 1]!.fromMm < row.fromMm), {
    message: 'the rows go upwards',
  });

export const SHIPPED_SLUMP_TOLERANCES: z.infer<typeof slumpTolerances> = [
  { fromMm: 0, toleranceMm: 10 },
  { fromMm: 50, toleranceMm: 20 },
  { fromMm: 100, toleranceMm: 30 },
];
