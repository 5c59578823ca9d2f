import { estimateZoneStays } from './zone-stays.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);
const now = at('08:40');
const times = { now, arrivesAt: at('09:10') };
const atGoal = { from: at('09:00'), to: at('09:40') };
const [town, park] = [{ zoneId: 'town' }, { zoneId: 'park' }];

describe('estimateZoneStays', () => {
  it('stays some minutes where the truck is and the whole stay at the goal', () => {
    expect(estimateZoneStays([park], [town], [], atGoal, times)).toEqual([
      { zone: park, stay: { from: now, to: at('08:50') } },
      { zone: town, stay: atGoal },
    ]);
  });

  it('stays all the time in a zone that it does not leave', () => {
    expect(estimateZoneStays([town], [town], [], atGoal, times)).toEqual([
      { zone: town, stay: { from: now, to: at('09:40') } },
    ]);
  });

  it('stays in a zone between for its share of the way', () => {
    const lake = { zoneId: 'lake' };
    const crossed = [
      { zone: park, from: 0, to: 0.1 },
      { zone: lake, from: 0.5, to: 0.8 },
      { zone: town, from: 0.9, to: 1 },
    ];

    expect(estimateZoneStays([park], [town], crossed, atGoal, times)).toEqual([
      { zone: park, stay: { from: now, to: at('08:50') } },
      { zone: town, stay: atGoal },
      { zone: lake, stay: { from: at('08:55'), to: at('09:04') } },
    ]);
  });
});
