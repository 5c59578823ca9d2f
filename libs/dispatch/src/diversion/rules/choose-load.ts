import { minutesBetween } from '@tongyun/kernel';

/** A load of an order that nobody has begun on. */
export interface ChoosableLoad {
  readonly dueAt: Date;
  readonly state: 'planned' | 'released';
}

/** Minutes by which a load that somebody was told of already may fit the time better; ours. */
const TOLD_MIN = 30;

/**
 * Chooses which load of an order concrete from elsewhere becomes: the one wanted nearest to its
 * arrival, and rather one that nobody was told of.
 *
 * @param loads at least one
 */
export const chooseLoad = <Load extends ChoosableLoad>(
  loads: readonly Load[],
  arrivesAt: Date,
): Load => {
  const apartMin = ({ dueAt, state }: Load) =>
    Math.abs(minutesBetween(dueAt, arrivesAt)) + (state === 'released' ? TOLD_MIN : 0);
  return loads.toSorted((one, other) => apartMin(one) - apartMin(other))[0]!;
};
