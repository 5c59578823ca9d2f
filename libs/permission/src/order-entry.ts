import { maySupply, type PlantLicence } from './plant-licence.js';

/** What is known of who would supply, when an order is entered. */
export interface SupplierFact {
  /** Barred from business by the administration (R30). */
  readonly isBarred: boolean;
  /** Its credit grade takes new orders from it (R31); those that it has go on. */
  readonly areOrdersBlocked: boolean;
  /** Of the plant: only a licensed one may supply (R41). */
  readonly plantLicence: PlantLicence;
}

export type OrderEntryVerdict =
  | { readonly state: 'may_take' }
  | { readonly state: 'barred' }
  | { readonly state: 'blocked_by_credit' }
  | { readonly state: 'plant_not_licensed'; readonly plantLicence: SupplierFact['plantLicence'] };

/** Judges whether a new order may be entered with this supplier; the gravest reason is told. */
export function judgeOrderEntry(supplier: SupplierFact): OrderEntryVerdict {
  const { isBarred, areOrdersBlocked, plantLicence } = supplier;
  if (isBarred) return { state: 'barred' };
  if (!maySupply(plantLicence)) return { state: 'plant_not_licensed', plantLicence };
  if (areOrdersBlocked) return { state: 'blocked_by_credit' };
  return { state: 'may_take' };
}
