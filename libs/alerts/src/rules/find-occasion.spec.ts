import { findOccasion } from './find-occasion.js';

const endedAt = new Date('2026-11-23T08:00:00Z');
const opened = { occasion: 'opened', level: 'warning' } as const;

describe('findOccasion', () => {
  it.each([
    { level: 'warning', ended: null, told: [], is: 'opened', why: 'nobody knows yet' },
    { level: 'warning', ended: endedAt, told: [], is: 'opened', why: 'over before it was told' },
    { level: 'warning', ended: null, told: [opened], is: null, why: 'only more evidence' },
    { level: 'grave', ended: null, told: [opened], is: 'escalated', why: 'it became graver' },
    {
      level: 'grave',
      ended: null,
      told: [opened, { occasion: 'escalated', level: 'grave' }],
      is: null,
      why: 'told already',
    },
    { level: 'grave', ended: endedAt, told: [opened], is: 'ended', why: 'it is over' },
    {
      level: 'grave',
      ended: endedAt,
      told: [opened, { occasion: 'ended', level: 'grave' }],
      is: null,
      why: 'its end was told',
    },
  ] as const)('is $is: $why', ({ level, ended, told, is }) => {
    expect(findOccasion({ level, endedAt: ended }, told)).toBe(is);
  });
});
