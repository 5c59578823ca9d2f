import {
  decodeFrame,
  encodeFrame,
  encodeQueryLocation,
  encodeTextMessage,
  type GoodFrame,
  MESSAGE_ID,
} from '@tongyun/jt808';
import { answerToOrder } from './answer-order.js';

const aReport = {
  statusBits: 3,
  latE6: 30_000_000,
  lngE6: 120_000_000,
  altitudeM: 10,
  speedKph: 40,
  headingDeg: 0,
  at: new Date('2026-05-04T08:00:00Z'),
};

const framed = (messageId: number, body: Uint8Array, sequence: number): GoodFrame => {
  const header = { messageId, version: '2013', phone: '13900000001', sequence } as const;
  const frame = decodeFrame(encodeFrame(header, body).subarray(1, -1));
  if (!frame.ok) throw new Error(frame.code);
  return frame;
};
const heardAs = (answer: ReturnType<typeof answerToOrder>) =>
  answer && framed(answer.messageId, answer.body, 1).message;

describe('answerToOrder', () => {
  it('says yes to a text', () => {
    const order = framed(MESSAGE_ID.text, encodeTextMessage({ text: '请绕行' }, '2013'), 7);

    expect(heardAs(answerToOrder(order, null))).toEqual({
      kind: 'terminal_answer',
      answeredSequence: 7,
      answeredId: MESSAGE_ID.text,
      result: 0,
    });
  });

  it('states where it is when asked, and no when it does not know', () => {
    const order = framed(MESSAGE_ID.queryLocation, encodeQueryLocation(), 8);

    expect(heardAs(answerToOrder(order, aReport))).toMatchObject({
      kind: 'location_answer',
      answeredSequence: 8,
      report: { latE6: 30_000_000 },
    });
    expect(heardAs(answerToOrder(order, null))).toMatchObject({ result: 1 });
  });

  it('states its parameters when asked', () => {
    const order = framed(MESSAGE_ID.queryAllParameters, new Uint8Array(0), 9);

    expect(heardAs(answerToOrder(order, null))).toMatchObject({
      kind: 'parameters_answer',
      answeredSequence: 9,
      known: { heartbeatIntervalSec: 60 },
    });
  });

  it('has nothing to say to an answer', () => {
    const answer = framed(MESSAGE_ID.platformAnswer, Uint8Array.of(0, 1, 0, 2, 0), 1);

    expect(answerToOrder(answer, null)).toBeNull();
  });
});
