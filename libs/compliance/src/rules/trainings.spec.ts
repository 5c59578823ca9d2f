import { findTrainingStanding } from './trainings.js';

const aResult = (
  kind: 'skill' | 'safety',
  passedOn: string,
  expiresOn: string,
  hasPassed = true,
) => ({ kind, passedOn, expiresOn, hasPassed });
const safety = aResult('safety', '2026-01-01', '2026-12-31');

describe('findTrainingStanding', () => {
  it.each([
    { on: '2025-12-31', mayWork: false, why: 'the day before both count' },
    { on: '2026-01-01', mayWork: true, why: 'the first day' },
    { on: '2026-12-31', mayWork: true, why: 'the last day still counts' },
    { on: '2027-01-01', mayWork: false, why: 'the day after' },
  ])('says $mayWork on $on ($why)', ({ on, mayWork }) => {
    const skill = aResult('skill', '2026-01-01', '2026-12-31');

    expect(findTrainingStanding([skill, safety], on).mayWork).toBe(mayWork);
  });

  it('asks for both kinds', () => {
    const standing = findTrainingStanding([safety], '2026-06-01');

    expect(standing).toEqual({ skill: null, safety, mayWork: false });
  });

  it('does not let a failed examination undo a pass that still runs', () => {
    const passed = aResult('skill', '2026-01-01', '2026-12-31');
    const failed = aResult('skill', '2026-05-01', '2028-05-01', false);

    const standing = findTrainingStanding([passed, failed, safety], '2026-06-01');

    expect(standing).toEqual({ skill: passed, safety, mayWork: true });
  });

  it('counts one that was withdrawn on no day, and an earlier one again that still runs', () => {
    const earlier = aResult('skill', '2026-01-01', '2026-12-31');
    const wrong = {
      ...aResult('skill', '2026-05-01', '2028-05-01'),
      withdrawal: { reason: 'of somebody else' },
    };

    const beside = findTrainingStanding([earlier, wrong, safety], '2026-06-01');
    const alone = findTrainingStanding([wrong, safety], '2026-06-01');

    expect(beside).toEqual({ skill: earlier, safety, mayWork: true });
    expect(alone).toEqual({ skill: wrong, safety, mayWork: false });
  });

  it('shows the latest result when none counts', () => {
    const older = aResult('skill', '2023-01-01', '2024-01-01');
    const newer = aResult('skill', '2024-01-01', '2025-01-01');

    expect(findTrainingStanding([newer, older], '2026-06-01').skill).toBe(newer);
  });
});
