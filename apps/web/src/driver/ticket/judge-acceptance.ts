/** What the form holds before it is sent; volumes in m³, null where nothing is typed. */
export interface AcceptanceFields {
  readonly signedM3: number | null;
  readonly refusedM3: number | null;
  readonly refusedReason: string;
  readonly returnedM3: number | null;
  readonly signerName: string;
  readonly hasSignature: boolean;
}

export type AcceptanceFault =
  'tooMuch' | 'saysLess' | 'needsReason' | 'needsName' | 'needsSignature';

/** Volumes are weighed to two decimals: less is a rounding error, m³. */
const SMALLEST_M3 = 0.005;

/**
 * The first thing that stands against sending an acceptance; null when nothing does.
 *
 * @param ticketedM3 what the ticket says was in the drum: it is signed for, refused or returned
 */
export function findAcceptanceFault(
  fields: AcceptanceFields,
  ticketedM3: number,
): AcceptanceFault | null {
  const refusedM3 = fields.refusedM3 ?? 0;
  const backM3 = refusedM3 + (fields.returnedM3 ?? 0);
  if (backM3 > ticketedM3 + SMALLEST_M3) return 'tooMuch';
  if (Math.abs((fields.signedM3 ?? 0) + backM3 - ticketedM3) > SMALLEST_M3) return 'saysLess';
  if (refusedM3 > 0 && fields.refusedReason.trim().length < 2) return 'needsReason';
  if (fields.signerName.trim() === '') return 'needsName';
  return fields.hasSignature ? null : 'needsSignature';
}
