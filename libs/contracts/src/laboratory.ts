import { z } from 'zod';
import { day, instant } from './common.js';

/** What concrete is made of. */
export const rawMaterial = z.enum([
  'cement',
  'fly_ash',
  'slag',
  'sand',
  'gravel',
  'admixture',
  'water',
]);
export type RawMaterial = z.infer<typeof rawMaterial>;
export const mixMaterial = z.object({
  material: rawMaterial,
  kgPerM3: z.number().min(0.1).max(3_000),
});
export type MixMaterial = z.infer<typeof mixMaterial>;

const personName = z.string().trim().min(1).max(40);
const documentNo = z.string().trim().min(1).max(60);

/** A recipe as the laboratory approved it; the same number again takes the place of the one before. */
export const recordMixDesignRequest = z
  .object({
    mixDesignNo: documentNo,
    grade: z.string().trim().min(1).max(64),
    materials: z.array(mixMaterial).min(1).max(20),
    approverName: personName,
    validFrom: day,
    /** The last day; null: until another is approved. */
    validTo: day.nullable().default(null),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, {
    message: 'it ends before it begins',
  });
export type RecordMixDesignRequest = z.infer<typeof recordMixDesignRequest>;
export const mixDesignView = z.object({
  mixDesignNo: z.string(),
  grade: z.string(),
  materials: z.array(mixMaterial),
  approverName: z.string(),
  validFrom: day,
  validTo: day.nullable(),
  isInForce: z.boolean(),
  recordedAt: instant,
});
export type MixDesignView = z.infer<typeof mixDesignView>;

/** What a delivery of a raw material was tested to be; tested again it is one more row. */
export const recordMaterialLotRequest = z.object({
  material: rawMaterial,
  lotNo: documentNo,
  supplierName: z.string().trim().min(1).max(80),
  reportNo: documentNo,
  hasPassed: z.boolean(),
  inspectorName: personName,
  testedOn: day,
});
export type RecordMaterialLotRequest = z.infer<typeof recordMaterialLotRequest>;
export const materialLotView = recordMaterialLotRequest.extend({
  /** The one that counts for its material: what was recorded of it last. */
  isLatest: z.boolean(),
  recordedAt: instant,
});
export type MaterialLotView = z.infer<typeof materialLotView>;

/** What specimens of a load came to. */
export const recordStrengthTestRequest = z.object({
  ticketNo: documentNo,
  ageDays: z.number().int().min(1).max(365),
  strengthMpa: z.number().min(0).max(200),
  reportNo: documentNo,
  inspectorName: personName,
  testedOn: day,
});
export type RecordStrengthTestRequest = z.infer<typeof recordStrengthTestRequest>;
export const strengthTestView = recordStrengthTestRequest.extend({
  grade: z.string(),
  /** What the grade asks for, MPa; null: the grade names none. */
  requiredMpa: z.number().nullable(),
  /** null: too young to be judged, or a grade that names no strength. */
  hasPassed: z.boolean().nullable(),
  recordedAt: instant,
});
export type StrengthTestView = z.infer<typeof strengthTestView>;

/** What a plant's laboratory controls, the newest first. */
export const laboratoryView = z.object({
  plantId: z.uuid(),
  /** Whether a batch whose mix design or materials nobody recorded as good waits for somebody's word. */
  mustKnowMaterials: z.boolean(),
  mixDesigns: z.array(mixDesignView),
  materialLots: z.array(materialLotView),
  strengthTests: z.array(strengthTestView),
  /** Of all tests old enough to be judged. */
  strength: z.object({
    judged: z.number().int(),
    passed: z.number().int(),
    /** null while nothing was judged. */
    passPct: z.number().nullable(),
    targetPct: z.number(),
  }),
});
export type LaboratoryView = z.infer<typeof laboratoryView>;
