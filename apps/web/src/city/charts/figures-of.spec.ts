import type { EnterpriseFigures } from '@tongyun/contracts';
import { someFigures } from '../some-figures.js';
import { isBlank } from './chart-figures.js';
import {
  alertFigures,
  dayFigures,
  declaredFigures,
  violatorFigures,
  volumeFigures,
} from './figures-of.js';

const city = (enterprises: EnterpriseFigures[], planM3: number | null = 8_000) => ({
  planM3,
  days: 1,
  enterprises,
  dataAt: '2026-03-01T00:00:00Z',
});
const WORDS = { m3: '方量', plan: '计划', design: '产能' };

describe('volume', () => {
  const some = [
    someFigures({ name: '甲', district: '滨江' }),
    someFigures({
      name: '乙',
      district: '萧山',
      m3: 900,
      declaredM3: 100,
      designM3PerYear: 730_000,
    }),
    someFigures({ name: '丙', district: '萧山', m3: 5, designM3PerYear: 365_000 }),
  ];

  it('of the city is by district, the plan shared out by design capacity', () => {
    expect(volumeFigures(city(some), true, WORDS)).toMatchObject({
      names: ['萧山', '滨江'],
      series: [
        { name: '方量', values: [1_005, 480] },
        { name: '计划', values: [6_000, 2_000] },
        { name: '产能', values: [3_000, 1_000] },
      ],
    });
  });

  it('of a part of the city is by enterprise, without a plan', () => {
    const { names, series } = volumeFigures(city(some), false, WORDS);

    expect(names).toEqual(['乙', '甲', '丙']);
    expect(series.map(({ name }) => name)).toEqual(['方量', '产能']);
  });

  it('has no plan when the year has none, or nobody has a line to share it by', () => {
    const noLines = [someFigures({ designM3PerYear: 0 })];
    const shown = [city(some, null), city(noLines)].map((view) =>
      volumeFigures(view, true, WORDS).series.map(({ name }) => name),
    );

    expect(shown).toEqual([
      ['方量', '产能'],
      ['方量', '产能'],
    ]);
  });

  it('shows every district, and no more enterprises than can be told apart', () => {
    const many = Array.from({ length: 13 }, (_, n) =>
      someFigures({ name: `企业${n}`, district: `区${n}` }),
    );
    const lengths = [true, false].map(
      (whole) => volumeFigures(city(many), whole, WORDS).names.length,
    );

    expect(lengths).toEqual([13, 12]);
  });

  it('leaves out who neither has a line nor supplied anything', () => {
    const idle = someFigures({ m3: 0, designM3PerYear: 0 });

    expect(isBlank(volumeFigures(city([idle]), false, WORDS))).toBe(true);
  });
});

describe('alerts', () => {
  const words = { perThousand: '每千运次', count: '起' };
  const alerts = { no_pass: 1, overspeed: 3 };

  it('are per 1,000 trips, the most frequent kind first', () => {
    expect(alertFigures(city([someFigures({ alerts })]), (code) => code, words)).toMatchObject({
      names: ['overspeed', 'no_pass'],
      series: [{ name: '每千运次', values: [75, 25] }],
    });
  });

  it('are counted, and say so, when no trip was made', () => {
    const still = city([someFigures({ alerts, trips: 0 })]);

    expect(alertFigures(still, (code) => code, words).series).toMatchObject([
      { name: '起', values: [3, 1] },
    ]);
  });
});

describe('days', () => {
  it('have their trips as a line beside the volume', () => {
    const days = [{ on: '2026-03-01', trips: 4, m3: 48.5, alerts: 0 }];

    expect(dayFigures(days, { m3: '方量', trips: '运次' })).toMatchObject({
      names: ['03-01'],
      series: [
        { name: '方量', values: [48.5] },
        { name: '运次', values: [4], isLine: true },
      ],
    });
  });

  it('set declared volume beside the tracked one', () => {
    const days = [{ on: '2026-03-01', declaredTrips: 9, declaredM3: 90, runs: 2, runsM3: 24 }];

    expect(declaredFigures(days, { declared: '申报', tracked: '定位' }).series).toMatchObject([
      { name: '申报', values: [90] },
      { name: '定位', values: [24] },
    ]);
  });

  it('are blank when nothing happened', () => {
    const days = [{ on: '2026-03-01', trips: 0, m3: 0, alerts: 2 }];

    expect(isBlank(dayFigures(days, { m3: '方量', trips: '运次' }))).toBe(true);
  });
});

describe('violators', () => {
  it('stay in their order, also one without a plate', () => {
    const one = { vehicleId: 'v', enterpriseName: '甲', trips: 1, byCode: {} };
    const items = [
      { ...one, plateNo: '浙A12345', alerts: 7 },
      { ...one, plateNo: null, alerts: 2 },
    ];

    expect(violatorFigures(items, { alerts: '报警', noPlate: '无' })).toMatchObject({
      names: ['浙A12345', '无'],
      series: [{ values: [7, 2] }],
    });
  });
});
