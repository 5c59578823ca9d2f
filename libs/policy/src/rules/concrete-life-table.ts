import { z } from 'zod';

const minutes = z.number().min(1).max(1_440);

/** How long concrete may be on the way, by the day's air; the first row that fits counts. */
export const concreteLifeTable = z
  .array(
    z.strictObject({
      /** Highest air temperature, °C, that the row is for; null: any. */
      upToC: z.number().min(-40).max(60).nullable(),
      /** Highest strength grade, as the number behind the C, that the row is for; null: any. */
      upToGrade: z.number().int().min(5).max(150).nullable(),
      warnAfterMin: minutes,
      dischargeWithinMin: minutes,
    }),
  )
  .max(50)
  .refine((rows) => rows.every((row) => row.warnAfterMin <= row.dischargeWithinMin), {
    message: 'a warning comes before the end',
  });

/** The older table for mixer trucks; its warnings are ours, at two thirds. */
export const SHIPPED_CONCRETE_LIFE_TABLE: z.infer<typeof concreteLifeTable> = [
  { upToC: 25, upToGrade: 30, warnAfterMin: 80, dischargeWithinMin: 120 },
  { upToC: 25, upToGrade: null, warnAfterMin: 60, dischargeWithinMin: 90 },
  { upToC: null, upToGrade: 30, warnAfterMin: 60, dischargeWithinMin: 90 },
  { upToC: null, upToGrade: null, warnAfterMin: 40, dischargeWithinMin: 60 },
];
