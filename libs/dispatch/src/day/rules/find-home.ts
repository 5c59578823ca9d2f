import type { FactVehicle } from './day-facts.js';

interface StatedHome {
  readonly homePlantId: string;
  /** Null: where it begins. */
  readonly endPlantId: string | null;
}

/**
 * Where a vehicle begins and ends its day: as its enterprise said, or else both where it is guessed to be.
 *
 * @param stated null: nobody said
 * @param guessed where it is lent to, or was last
 */
export const findHome = (
  stated: StatedHome | null,
  guessed: string,
): Pick<FactVehicle, 'homePlantId' | 'endPlantId' | 'isHomeStated'> => {
  const homePlantId = stated?.homePlantId ?? guessed;
  return {
    homePlantId,
    endPlantId: stated?.endPlantId ?? homePlantId,
    isHomeStated: stated !== null,
  };
};
