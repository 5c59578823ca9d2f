import { passKeyStateOf } from './pass-key-state.js';

const key = (id: string, withdrawnAt: string | null = null) => ({
  id,
  madeAt: '2026-11-23T00:00:00.000Z',
  reason: '年度更换',
  withdrawnAt,
});

describe('passKeyStateOf', () => {
  it('has the newest key sign that is not withdrawn, and the older ones count', () => {
    const keys = [key('c', '2026-11-24T00:00:00.000Z'), key('b'), key('a')];

    expect(keys.map((one) => passKeyStateOf(one, keys))).toEqual(['withdrawn', 'signs', 'counts']);
  });
});
