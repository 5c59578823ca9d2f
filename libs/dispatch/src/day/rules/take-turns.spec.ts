import type { PlantId } from '@tongyun/kernel';
import type { FactOrder } from './day-facts.js';
import { sourcesOf, takeTurns } from './take-turns.js';

const order = (given: Partial<FactOrder>): FactOrder =>
  ({
    plantId: 'first',
    sourcePlantIds: ['first', 'second', 'third'],
    plantQuotas: [],
    plannedM3: 100,
    jointTotalM3: 100,
    rateM3PerHour: 40,
    ...given,
  }) as FactOrder;
const plants = [{ id: 'first' }, { id: 'second' }, { id: 'third' }, { id: 'far' }];

describe('an order of a pour that others supply as well', () => {
  it('leaves the site to the others for as long as theirs take', () => {
    expect(takeTurns(order({ plannedM3: 50 }), 10, 2_700)).toEqual({
      spacingSec: 1_800,
      gapMaxSec: 3_600,
    });
  });

  it('comes as fast as it can when it supplies alone', () => {
    expect(takeTurns(order({}), 10, 2_700)).toEqual({ spacingSec: 0, gapMaxSec: 2_700 });
  });

  it('is brought by any plant in range, until plants have quotas', () => {
    expect(sourcesOf(order({}), plants).map(({ plant, maxM3 }) => [plant, maxM3])).toEqual([
      [0, Infinity],
      [1, Infinity],
      [2, Infinity],
    ]);
    const plantQuotas = [{ plantId: 'second' as PlantId, quotaM3: 30 }];
    expect(sourcesOf(order({ plantQuotas }), plants)).toEqual([
      { plant: 0, maxM3: 70 },
      { plant: 1, maxM3: 30 },
    ]);
  });
});
