import { progressOf } from './order-progress.js';

describe('the progress of an order', () => {
  it.each([
    {
      delivered: 0,
      onRoad: 0,
      is: { deliveredPct: 0, onRoadPct: 0, gapM3: 120 },
      why: 'nothing yet',
    },
    {
      delivered: 60,
      onRoad: 30,
      is: { deliveredPct: 50, onRoadPct: 25, gapM3: 30 },
      why: 'under way',
    },
    { delivered: 110, onRoad: 24, is: { gapM3: 0 }, why: 'a last truck above the order' },
    { delivered: 130, onRoad: 0, is: { deliveredPct: 100, onRoadPct: 0, gapM3: 0 }, why: 'over' },
  ])('counts $delivered delivered and $onRoad on the road ($why)', ({ delivered, onRoad, is }) => {
    const progress = progressOf({ plannedM3: 120, deliveredM3: delivered, onRoadM3: onRoad });

    expect(progress).toMatchObject(is);
    expect(progress.deliveredPct + progress.onRoadPct).toBeLessThanOrEqual(100);
  });
});
