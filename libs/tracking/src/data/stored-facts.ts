import type { VehicleFact } from '@tongyun/permission';

type Jsoned<Value> = Value extends Date
  ? string
  : Value extends object
    ? { readonly [Key in keyof Value]: Jsoned<Value[Key]> }
    : Value;

/** A vehicle's facts as JSON keeps them. */
export type StoredFacts = Jsoned<VehicleFact>;

/** Gives the times of stored facts back their type. */
export const readStoredFacts = (stored: StoredFacts): VehicleFact => ({
  ...stored,
  passes: stored.passes.map((pass) => ({
    ...pass,
    validFrom: new Date(pass.validFrom),
    validTo: new Date(pass.validTo),
    leaveBy: readInstant(pass.leaveBy),
    toleratedTo: readInstant(pass.toleratedTo),
  })),
  uses: stored.uses.map((use) => ({
    ...use,
    validFrom: new Date(use.validFrom),
    validTo: use.validTo === null ? null : new Date(use.validTo),
  })),
});

const readInstant = (stored: string | null | undefined): Date | null =>
  typeof stored === 'string' ? new Date(stored) : null;
