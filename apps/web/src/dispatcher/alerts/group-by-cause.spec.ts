import { anAlert } from './an-alert.js';
import { groupByCause } from './group-by-cause.js';

describe('groupByCause', () => {
  it('puts the alerts of one cause together where the first of them stands', () => {
    const [first, other, second] = [
      anAlert('first', { causeKey: 'c' }),
      anAlert('other'),
      anAlert('second', { causeKey: 'c' }),
    ];

    expect(groupByCause([first, other, second])).toEqual([
      { key: 'c', alerts: [first, second] },
      { key: 'other', alerts: [other] },
    ]);
  });

  it('keeps apart what has no cause in common', () => {
    expect(groupByCause([anAlert('a'), anAlert('b')])).toHaveLength(2);
  });
});
