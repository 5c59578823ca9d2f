import { readableDetails } from './refusal-details.js';

describe('the details of a refusal', () => {
  it('leave out the ids of rows, by whatever name', () => {
    const id = '01a22db5-65b1-7626-9e60-962847f6514f';
    expect(readableDetails({ id, vehicleId: id, plateNo: '浙A12345' })).toEqual([
      { name: 'plateNo', value: '浙A12345' },
    ]);
  });

  it('tell an instant as the clock in Hangzhou shows it, and a day as it is', () => {
    expect(
      readableDetails({ validFrom: '2026-03-05T06:30:00.000Z', leftOn: '2026-03-05' }),
    ).toEqual([
      { name: 'validFrom', value: '2026-03-05 14:30' },
      { name: 'leftOn', value: '2026-03-05' },
    ]);
  });

  it('tell numbers and yes or no, and nothing that is made of parts', () => {
    expect(readableDetails({ limit: 30, isOpen: false, faults: [{ path: 'name' }] })).toEqual([
      { name: 'limit', value: '30' },
      { name: 'isOpen', value: 'false' },
    ]);
  });
});
