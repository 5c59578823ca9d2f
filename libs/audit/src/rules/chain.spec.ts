import { closeLink, GENESIS, judgeLink, type Link } from './chain.js';

const first: Link = {
  sequence: 1,
  source: 'alert_decision',
  form: 1,
  rowId: '01990000-0000-7000-8000-000000000001',
  digest: 'ab'.repeat(32),
  sealedAt: new Date('2026-05-04T08:00:00Z'),
};
const closed = { ...first, hash: closeLink(GENESIS, first) };
const next: Link = { ...first, sequence: 2, rowId: '01990000-0000-7000-8000-000000000002' };
const closedNext = { ...next, hash: closeLink(closed.hash, next) };

describe('a link of the chain', () => {
  it('holds after the one that it was closed over', () => {
    expect(judgeLink(null, closed)).toBe('holds');
    expect(judgeLink(closed, closedNext)).toBe('holds');
  });

  it.each<{ change: Partial<Link>; why: string }>([
    { change: { source: 'user_decision' }, why: 'another table' },
    { change: { form: 2 }, why: 'other columns' },
    { change: { rowId: first.rowId }, why: 'another row' },
    { change: { digest: 'ac'.repeat(32) }, why: 'another content' },
    { change: { sealedAt: new Date('2026-05-04T08:00:00.001Z') }, why: 'another time' },
  ])('is broken by $why', ({ change }) => {
    expect(judgeLink(closed, { ...closedNext, ...change })).toBe('broken');
  });

  it('is broken when the one before it was closed anew', () => {
    const rewritten = { ...first, digest: 'ac'.repeat(32) };

    expect(judgeLink({ ...rewritten, hash: closeLink(GENESIS, rewritten) }, closedNext)).toBe(
      'broken',
    );
  });

  it('is out of sequence when one is missing before it', () => {
    expect(judgeLink(null, closedNext)).toBe('out_of_sequence');
  });
});
