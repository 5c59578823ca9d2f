/** The field of an entered vehicle that this rule reads. */
export interface PlateBearer {
  /** Null: no registration was ever begun. */
  readonly registrationState: string | null;
}

/** Whether the city has registered a vehicle, be it suspended since. */
export const isInRegister = ({ registrationState: state }: PlateBearer): boolean =>
  state === 'registered' || state === 'suspended';

/**
 * Chooses the vehicle that a plate stands for whose colour nobody stated; null for none, or where it
 * may be one as well as another.
 *
 * What somebody has merely entered takes nothing from the vehicle that the city has registered with
 * that plate: any enterprise may enter what it likes.
 */
export function chooseOfOnePlate<Bearer extends PlateBearer>(
  entered: readonly Bearer[],
): Bearer | null {
  const registered = entered.filter(isInRegister);
  const [only, ...others] = registered.length > 0 ? registered : entered;
  return only && others.length === 0 ? only : null;
}
