import { countRefusals } from './count-refusals.js';

const refused = (codes: string[], warnings: string[] = []) => ({
  mayAssign: false,
  reasons: codes.map((code) => ({ code, effect: 'forbids_work' })),
  warnings: warnings.map((code) => ({ code })),
});

describe('countRefusals', () => {
  it('counts each candidate once for each code that refused it', () => {
    expect(
      countRefusals([
        refused(['no_pass', 'no_pass', 'untrained_skill']),
        refused(['no_pass'], ['assignment_overlaps', 'late_on_site']),
        refused([], ['no_driver_free']),
      ]),
    ).toEqual({ no_pass: 2, untrained_skill: 1, assignment_overlaps: 1, no_driver_free: 1 });
  });

  it('does not count notices, nor what stands against nobody', () => {
    expect(
      countRefusals([
        { mayAssign: true, reasons: [{ code: 'no_pass', effect: 'forbids_work' }], warnings: [] },
        { mayAssign: false, reasons: [{ code: 'pass_expired', effect: 'notice' }], warnings: [] },
      ]),
    ).toEqual({});
  });
});
