import { ApiRefusal, unreachable } from '../../api/api-refusal.js';
import { judgeFailure } from './judge-failure.js';

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
    expect(judgeFailure(new ApiRefusal(status, refusal))).toEqual({ state: 'unreachable' });
  });

  it.each([400, 404, 409, 413])('takes %i for the last word', (status) => {
    expect(judgeFailure(new ApiRefusal(status, refusal))).toEqual({ state: 'refused', refusal });
  });

  it('keeps what was sent when there was no answer or something broke here', () => {
    expect(judgeFailure(unreachable())).toEqual({ state: 'unreachable' });
    expect(judgeFailure(new TypeError('x is undefined'))).toEqual({ state: 'unreachable' });
  });
});
