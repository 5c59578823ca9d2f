import { readHours } from './read-hours.js';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

describe('hours', () => {
  it.each([
    { text: '', hours: [], why: 'nothing said is all hours' },
    {
      text: '09:00-16:00',
      hours: [{ weekdays: EVERY_DAY, fromMin: 540, toMin: 960 }],
      why: 'every day',
    },
    {
      text: '1-5 9:00-16:00；22:00-06:00',
      hours: [
        { weekdays: [1, 2, 3, 4, 5], fromMin: 540, toMin: 960 },
        { weekdays: EVERY_DAY, fromMin: 1_320, toMin: 360 },
      ],
      why: 'two spans, one across midnight',
    },
    {
      text: '6-1 00:00-24:00',
      hours: [{ weekdays: [1, 6, 7], fromMin: 0, toMin: 1_440 }],
      why: 'a week that wraps',
    },
    { text: '9点到16点', hours: null, why: 'no clock times' },
    { text: '09:00-16:75', hours: null, why: 'no such minute' },
    { text: '09:00-25:00', hours: null, why: 'no such hour' },
  ])('are $hours for “$text” ($why)', ({ text, hours }) => {
    expect(readHours(text)).toEqual(hours);
  });
});
