import type { BatchMismatch } from '../plant-desk/batch-mismatches.js';

/** A recipe as the laboratory approved it last. */
export interface ApprovedMix {
  readonly mixDesignNo: string;
  readonly grade: string;
  readonly materials: readonly { readonly material: string }[];
  /** Calendar days, `YYYY-MM-DD`, both included; null: until another is approved. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** What was recorded last of a raw material at a plant. */
export interface TestedLot {
  readonly material: string;
  readonly lotNo: string;
  readonly hasPassed: boolean;
}

export interface BatchedMix {
  readonly grade: string;
  /** null: the plant does not say what recipe it used. */
  readonly mixDesignNo: string | null;
  /** The calendar day at the place, `YYYY-MM-DD`. */
  readonly on: string;
}

/** Whether a recipe may be used on a day, `YYYY-MM-DD`. */
export const isInForce = (
  { validFrom, validTo }: Pick<ApprovedMix, 'validFrom' | 'validTo'>,
  on: string,
): boolean => validFrom <= on && (validTo === null || on <= validTo);

/**
 * What in a batch's recipe and raw materials is not as it should be (R17). What the laboratory knows
 * to be wrong is always named: a recipe of another grade or out of force, a material whose last lot
 * failed. What it does not know is named only where it must.
 *
 * @param mix the recipe that the batch names; null: none is recorded under that number
 * @param lots of the plant, the last of each material
 * @param mustKnow whether an unknown recipe or an untested material counts as wrong
 */
export function findMixMismatches(
  batch: BatchedMix,
  mix: ApprovedMix | null,
  lots: readonly TestedLot[],
  mustKnow: boolean,
): BatchMismatch[] {
  if (mix === null) {
    if (!mustKnow) return [];
    return [{ code: 'mix_design_unfit', expected: batch.grade, found: batch.mixDesignNo ?? '' }];
  }
  const found: BatchMismatch[] = [];
  if (mix.grade !== batch.grade || !isInForce(mix, batch.on)) {
    found.push({
      code: 'mix_design_unfit',
      expected: batch.grade,
      found: `${mix.mixDesignNo} ${mix.grade} ${mix.validFrom}–${mix.validTo ?? ''}`,
    });
  }
  for (const { material } of mix.materials) {
    const lot = lots.find((one) => one.material === material);
    if (lot ? lot.hasPassed : !mustKnow) continue;
    found.push({ code: 'material_not_passed', expected: material, found: lot?.lotNo ?? '' });
  }
  return found;
}
