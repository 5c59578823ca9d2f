import { z } from 'zod';

const effects = z.object({
  blocksOrders: z.boolean(),
  mayTender: z.boolean(),
  mayBePromoted: z.boolean(),
  isPreferred: z.boolean(),
  isKeySupervised: z.boolean(),
});

/** What each credit grade brings and takes. */
export const creditEffectsByGrade = z.object({
  excellent: effects,
  good: effects,
  qualified: effects,
  basic: effects,
  failed: effects,
});

const normal = {
  blocksOrders: false,
  mayTender: true,
  mayBePromoted: true,
  isPreferred: false,
  isKeySupervised: false,
};

/** As the plan has it (R28 to R31). */
export const SHIPPED_CREDIT_EFFECTS: z.infer<typeof creditEffectsByGrade> = {
  excellent: { ...normal, isPreferred: true },
  good: { ...normal, isPreferred: true },
  qualified: normal,
  basic: { ...normal, mayBePromoted: false, isKeySupervised: true },
  failed: {
    blocksOrders: true,
    mayTender: false,
    mayBePromoted: false,
    isPreferred: false,
    isKeySupervised: true,
  },
};
