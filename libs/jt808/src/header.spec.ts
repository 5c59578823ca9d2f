import { decodeFrame, encodeFrame } from './frame.js';
import { type HeaderVersion, terminalNumberOf } from './header.js';
import { encodeHeartbeat } from './messages/heartbeat.js';
import { MESSAGE_ID } from './messages/message-id.js';

describe('terminalNumberOf', () => {
  it.each([
    { phone: '013912340001', number: '13912340001', why: '2013' },
    { phone: '00000000013912340001', number: '13912340001', why: '2019, the same terminal' },
    { phone: '4f07788ef676', number: '4f07788ef676', why: 'a vendor that sends no digits' },
    { phone: '000000000000', number: '0', why: 'nothing set' },
  ])('knows $phone as $number ($why)', ({ phone, number }) => {
    expect(terminalNumberOf(phone)).toBe(number);
  });
});

/** The number as it is read from a frame that states it. */
function readBack(phone: string, version: HeaderVersion): string | undefined {
  const header = { messageId: MESSAGE_ID.heartbeat, version, phone, sequence: 1 };
  const wire = encodeFrame(header, encodeHeartbeat());
  return decodeFrame(wire.subarray(1, -1)).header?.phone;
}

describe('the number in a header', () => {
  it('is that of its own frame, whoever’s frame came before', () => {
    const phones = ['013912340001', '013912340001', '013912340002', '113912340002', '013912340001'];

    expect(phones.map((phone) => readBack(phone, '2013'))).toEqual(phones);
  });

  it('has as many digits as its version gives it, whichever came before', () => {
    expect(
      (['2013', '2019', '2013'] as const).map((version) => readBack('13912340001', version)),
    ).toEqual(['013912340001', '00000000013912340001', '013912340001']);
  });
});
