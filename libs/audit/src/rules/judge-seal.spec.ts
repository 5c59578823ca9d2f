import { judgeSeal, type SealedRow } from './judge-seal.js';

const row: SealedRow = {
  rowId: '01990000-0000-7000-8000-000000000005',
  sealed: { sequence: 7, digest: 'aa' },
  digest: 'aa',
  isLawfullyRemoved: false,
};
const SETTLED = '01990000-0000-7000-8000-000000000006';

describe('judgeSeal', () => {
  it.each<{ change: Partial<SealedRow>; verdict: string }>([
    { change: {}, verdict: 'holds' },
    { change: { digest: 'bb' }, verdict: 'changed' },
    { change: { digest: null }, verdict: 'removed' },
    { change: { digest: null, isLawfullyRemoved: true }, verdict: 'kept_no_longer' },
    { change: { sealed: null }, verdict: 'inserted' },
    { change: { sealed: null, rowId: SETTLED }, verdict: 'waiting' },
  ])('is $verdict after $change', ({ change, verdict }) => {
    expect(judgeSeal({ ...row, ...change }, SETTLED)).toBe(verdict);
  });
});
