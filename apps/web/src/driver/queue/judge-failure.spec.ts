import { ApiRefusal, unreachable } from '../../api/api-refusal.js';
import { judgeFailure } from './judge-failure.js';

const SENT = ['a', 'b'];
const refusal = { code: 'SOME_CODE', message: '', details: {} };

describe('judgeFailure', () => {
  it.each([
    { status: 401, why: 'the sign-in ended; after the next one it goes' },
    { status: 403, why: 'a right may come back' },
    { status: 429, why: 'too many at once' },
    { status: 500, why: 'a fault of the server' },
    { status: 503, why: 'the server is starting' },
    { status: 200, why: 'the answer was not understood, a repeat does no harm' },
  ])('keeps what was sent at $status ($why)', ({ status }) => {
    expect(judgeFailure(new ApiRefusal(status, refusal), SENT)).toEqual({ state: 'unreachable' });
  });

  it.each([400, 404, 409, 413])('takes %i for the last word', (status) => {
    expect(judgeFailure(new ApiRefusal(status, refusal), SENT)).toEqual({
      state: 'refused',
      refusal,
      ids: null,
    });
  });

  it.each(['FIX_TOO_OLD', 'OFF_DUTY'])('sets aside only those that %s names', (code) => {
    const named = { ...refusal, code, details: { ids: ['b'] } };

    expect(judgeFailure(new ApiRefusal(409, named), SENT)).toMatchObject({ ids: ['b'] });
  });

  it('sets all of them aside when it is their sender who is refused', () => {
    const offDuty = { ...refusal, code: 'OFF_DUTY' };

    expect(judgeFailure(new ApiRefusal(409, offDuty), SENT)).toMatchObject({ ids: SENT });
  });

  it('keeps what was sent when there was no answer or something broke here', () => {
    expect(judgeFailure(unreachable(), SENT)).toEqual({ state: 'unreachable' });
    expect(judgeFailure(new TypeError('x is undefined'), SENT)).toEqual({ state: 'unreachable' });
  });
});
