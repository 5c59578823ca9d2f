import { estimateZoneStays } from './zone-stays.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);
const now = at('08:40');
const atGoal = { from: at('09:00'), to: at('09:40') };
const [town, park] = [{ zoneId: 'town' }, { zoneId: 'park' }];

describe('estimateZoneStays', () => {
  it('stays some minutes where the truck is and the whole stay at the goal', () => {
    expect(estimateZoneStays([park], [town], atGoal, now)).toEqual([
      { zone: park, stay: { from: now, to: at('08:50') } },
      { zone: town, stay: atGoal },
    ]);
  });

  it('stays all the time in a zone that it does not leave', () => {
    expect(estimateZoneStays([town], [town], atGoal, now)).toEqual([
      { zone: town, stay: { from: now, to: at('09:40') } },
    ]);
  });
});
