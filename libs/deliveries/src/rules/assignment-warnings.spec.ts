import { listWindowWarnings } from './assignment-warnings.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);
const window = (lateMin = 0) => ({
  startsAt: at('08:30'),
  arrivesAt: at('09:00'),
  endsAt: at('09:50'),
  returnsAt: at('10:20'),
  lateMin,
});
const codes = (...args: Parameters<typeof listWindowWarnings>) =>
  listWindowWarnings(...args).map(({ code }) => code);

describe('listWindowWarnings', () => {
  it.each([
    { dischargeWithinMin: 90, warned: [], why: 'empty at the limit' },
    { dischargeWithinMin: 89, warned: ['concrete_too_old'], why: 'a minute over' },
  ])('warns $warned ($why)', ({ dischargeWithinMin, warned }) => {
    expect(codes(window(), null, { loadingMin: 10, dischargeWithinMin })).toEqual(warned);
  });

  it('does not age a pump', () => {
    expect(codes(window(), null, null)).toEqual([]);
  });

  it('tells of a clash first and then how late it would be', () => {
    expect(codes(window(12), 'before_predicted_return', null)).toEqual([
      'before_predicted_return',
      'late_on_site',
    ]);
  });
});
