import { hoursInWords } from './hours-words.js';

const WORKDAYS = [1, 2, 3, 4, 5];

describe('hoursInWords', () => {
  it.each([
    { hours: [], zh: '全天', en: 'at all hours', why: 'no list means always' },
    {
      hours: [{ weekdays: WORKDAYS, fromMin: 1320, toMin: 360 }],
      zh: '周一至周五 22:00–次日06:00',
      en: 'Mon–Fri 22:00–next day 06:00',
      why: 'across midnight',
    },
    {
      hours: [{ weekdays: [7, 6, 5, 4, 3, 2, 1], fromMin: 0, toMin: 1440 }],
      zh: '每天 00:00–24:00',
      en: 'daily 00:00–24:00',
      why: 'every day in any order',
    },
    {
      hours: [{ weekdays: [6], fromMin: 540, toMin: 540 }],
      zh: '周六 09:00–次日09:00',
      en: 'Sat 09:00–next day 09:00',
      why: 'twenty-four hours',
    },
    {
      hours: [{ weekdays: [6, 7], days: 'days_off' as const, fromMin: 0, toMin: 1440 }],
      zh: '周六至周日（节假日） 00:00–24:00',
      en: 'Sat–Sun (days off) 00:00–24:00',
      why: 'days of the calendar',
    },
    {
      hours: [
        { weekdays: [1, 3, 4, 5, 7], fromMin: 555, toMin: 600 },
        { weekdays: [6], fromMin: 0, toMin: 60 },
      ],
      zh: '周一、周三至周五、周日 09:15–10:00；周六 00:00–01:00',
      en: 'Mon, Wed–Fri, Sun 09:15–10:00; Sat 00:00–01:00',
      why: 'runs and single days',
    },
  ])('reads $zh ($why)', ({ hours, zh, en }) => {
    expect(hoursInWords(hours, 'zh-CN')).toBe(zh);
    expect(hoursInWords(hours, 'en')).toBe(en);
  });
});
