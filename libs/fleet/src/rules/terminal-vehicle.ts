/** The vehicle a terminal stands for now. */
export interface CarriedBy {
  readonly plateNo: string | null;
  readonly isProvisional: boolean;
}

/** A vehicle that carries the plate which the terminal states. */
export interface PlateHolder<VehicleId extends string> {
  readonly id: VehicleId;
  /** Nobody entered it; only a terminal has told of it. */
  readonly isProvisional: boolean;
  /** Another terminal that is not blocked stands for it already. */
  readonly isTaken: boolean;
}

export type VehicleChoice<VehicleId extends string> =
  | { readonly kind: 'keep' }
  /** Its nameless provisional vehicle is the one with this plate. */
  | { readonly kind: 'name'; readonly plateNo: string }
  | { readonly kind: 'take'; readonly vehicleId: VehicleId }
  | { readonly kind: 'provision'; readonly plateNo: string | null };

/**
 * Chooses the vehicle that a terminal stands for when it registers.
 *
 * Its positions must always have a vehicle, and no vehicle that was entered is given to a terminal, or
 * taken from one, on the terminal's word alone: whoever knows a plate could move that vehicle on the map.
 * A binding to a real vehicle stays, and a newcomer that states its plate stands for a nameless provisional
 * vehicle until a fitter or administrator binds it (design §4).
 *
 * @param current null for a terminal never seen before
 * @param plateNo normalised and well-formed, else null
 * @param holders every vehicle that carries the stated plate (and colour, where one was stated)
 */
export function chooseVehicleForTerminal<VehicleId extends string>(
  current: CarriedBy | null,
  plateNo: string | null,
  holders: readonly PlateHolder<VehicleId>[],
): VehicleChoice<VehicleId> {
  if (current && !current.isProvisional) return { kind: 'keep' };
  if (current && (plateNo === null || current.plateNo === plateNo)) return { kind: 'keep' };

  const [holder, ...others] = holders;
  const isOne = holder !== undefined && others.length === 0;
  if (isOne && holder.isProvisional && !holder.isTaken)
    return { kind: 'take', vehicleId: holder.id };

  if (plateNo !== null && holder === undefined) {
    if (current === null) return { kind: 'provision', plateNo };
    if (current.plateNo === null) return { kind: 'name', plateNo };
  }
  return current ? { kind: 'keep' } : { kind: 'provision', plateNo: null };
}
