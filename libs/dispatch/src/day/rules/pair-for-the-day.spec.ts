import { pairForTheDay } from './pair-for-the-day.js';

const none = { onDuty: new Map(), released: new Map(), last: new Map() };

describe('who drives a vehicle on a day', () => {
  it('is who is on duty on it, before who was told to, before who drove it last', () => {
    const pairs = pairForTheDay(
      ['a', 'b', 'c'],
      {
        onDuty: new Map([['a', 'wang']]),
        released: new Map([
          ['a', 'li'],
          ['b', 'zhao'],
        ]),
        last: new Map([
          ['b', 'li'],
          ['c', 'sun'],
        ]),
      },
      ['sun', 'li'],
    );

    expect([...pairs]).toEqual([
      ['a', 'wang'],
      ['b', 'zhao'],
      ['c', 'sun'],
    ]);
  });

  it('is a trained driver whom nobody needs, each on one vehicle, as long as there are any', () => {
    const pairs = pairForTheDay(['a', 'b', 'c'], none, ['wang', 'li']);

    expect([...pairs]).toEqual([
      ['a', 'wang'],
      ['b', 'li'],
    ]);
  });

  it('is not who drove it last when he may not any more', () => {
    const pairs = pairForTheDay(['a'], { ...none, last: new Map([['a', 'wang']]) }, ['li']);

    expect(pairs.get('a')).toBe('li');
  });
});
