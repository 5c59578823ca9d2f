import { toCallRequest } from './order-call.js';

const fields = { callerName: ' 李工 ', callerPhone: ' ', m3: 6, rateM3PerHour: 20 };

describe('a call', () => {
  it.each([
    { call: 'slower', says: { rateM3PerHour: 20 } },
    { call: 'hold', says: {} },
    { call: 'one_more', says: { m3: 6 } },
    { call: 'last_load', says: { m3: 6 } },
  ] as const)('$call says who called and what it is about, nothing else', ({ call, says }) => {
    expect(toCallRequest(call, fields)).toEqual({ call, callerName: '李工', ...says });
  });

  it('keeps a telephone number that was given', () => {
    expect(toCallRequest('hold', { ...fields, callerPhone: ' 13900001111 ' })).toMatchObject({
      callerPhone: '13900001111',
    });
  });
});
