import { setPlantHoursRequest } from '@tongyun/contracts';
import { toClocks, toHours } from './hours-fields.js';

describe('the form of a plant’s hours', () => {
  it.each([
    { hours: [{ fromHour: 6, toHour: 22.5 }], why: 'within the day' },
    { hours: [{ fromHour: 4, toHour: 28 }], why: 'round the clock, until four the next morning' },
    {
      hours: [
        { fromHour: 6, toHour: 12 },
        { fromHour: 13.5, toHour: 26 },
      ],
      why: 'closed at noon, and into the night',
    },
  ])('keeps $hours as they are ($why)', ({ hours }) => {
    expect(toHours(toClocks(hours))).toEqual(hours);
    expect(setPlantHoursRequest.safeParse({ hours, reason: '换班' }).error).toBeUndefined();
  });
});
