import { findNextStage, type TripStage } from './stages.js';

describe('findNextStage', () => {
  it('leads the driver from assignment to being back, one button at a time', () => {
    const pressed: TripStage[] = [];
    let stage: TripStage | null = 'assigned';
    while ((stage = findNextStage({ stage, endedAt: null })) !== null) pressed.push(stage);

    expect(pressed).toEqual([
      'loading',
      'en_route',
      'at_site',
      'unloading',
      'unloaded',
      'back_at_plant',
    ]);
  });

  it('has no button on a trip that is over', () => {
    expect(findNextStage({ stage: 'unloaded', endedAt: new Date(0) })).toBeNull();
  });
});
