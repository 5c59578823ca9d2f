import { setSiteAccessRequest } from '@tongyun/contracts';
import { type AccessFields, EVERY_DAY, toAccess, toFields } from './access-fields.js';

const fields: AccessFields = {
  hours: [
    { weekdays: EVERY_DAY, from: '06:00', to: '12:00' },
    { weekdays: [1, 2, 3, 4, 5], from: '14:00', to: '00:00' },
  ],
  days: [
    { on: '2026-12-24', from: '08:00', to: '10:00' },
    { on: '2026-12-24', from: '13:00', to: '15:00' },
    { on: '2026-12-25' },
  ],
};

describe('the form of a site’s hours', () => {
  it('makes a request that keeps to the contract, a day of several rows as one', () => {
    const request = toAccess(fields);

    expect(setSiteAccessRequest.safeParse(request).error).toBeUndefined();
    expect(request.accessHours[1]).toMatchObject({ fromMin: 840, toMin: 1_440 });
    expect(request.accessExceptions).toEqual([
      {
        on: '2026-12-24',
        spans: [
          { fromMin: 480, toMin: 600 },
          { fromMin: 780, toMin: 900 },
        ],
      },
      { on: '2026-12-25', spans: [] },
    ]);
  });

  it('shows what was stated as it was filled in', () => {
    expect(toFields(toAccess(fields))).toEqual(fields);
  });
});
