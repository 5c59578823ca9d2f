import { encodeFrame, type GoodFrame } from '../frame.js';
import type { HeaderVersion } from '../header.js';
import { MessageReader } from '../message-reader.js';
import { encodeFollow } from './follow.js';
import type { Message } from './index.js';
import { encodeLocationAnswer } from './location-answer.js';
import { MESSAGE_ID } from './message-id.js';
import { encodeParametersAnswer } from './parameters-answer.js';
import { encodeQueryLocation } from './query-location.js';
import { encodeQueryParameters } from './query-parameters.js';
import { encodeResendRequest } from './resend-request.js';
import { encodeSetParameters } from './set-parameters.js';
import { CONTROL, encodeTerminalControl } from './terminal-control.js';
import { encodeTextMessage } from './text-message.js';

/** The message as the other side reads it off the wire; its code where the frame is bad. */
function sent(messageId: number, body: Uint8Array, version: HeaderVersion = '2013'): unknown {
  const wire = encodeFrame({ messageId, version, phone: '13800138000', sequence: 1 }, body);
  const [frame] = new MessageReader().push(wire);
  return frame?.ok ? (frame satisfies GoodFrame).message : frame?.code;
}

describe('what a platform tells a terminal', () => {
  it.each(['2013', '2019'] as const)('sends a text to the driver in the form of %s', (version) => {
    const text = { text: '已超出作业半径，请返回', isUrgent: true, isSpoken: true };

    expect(sent(MESSAGE_ID.text, encodeTextMessage(text, version), version)).toMatchObject({
      kind: 'text',
      ...text,
      isShown: false,
      textType: version === '2013' ? null : 1,
    } satisfies Partial<Message>);
  });

  it('cuts a text that is too long between two characters', () => {
    const body = encodeTextMessage({ text: `a${'砼'.repeat(600)}` }, '2013');

    expect(body).toHaveLength(1 + 1 + 2 * 511);
  });

  it('sets parameters, each by its own length', () => {
    const parameters = {
      heartbeatIntervalSec: 60,
      mainServer: '10.0.0.1',
      fenceRadiusM: 300,
      plateNo: '浙A12345',
      plateColor: 2,
    };

    expect(sent(MESSAGE_ID.setParameters, encodeSetParameters(parameters))).toEqual({
      kind: 'set_parameters',
      known: parameters,
      raw: [],
      statedCount: 5,
    });
  });

  it('keeps a parameter of another length, or without a name, as it came', () => {
    const odd = Uint8Array.of(2, 0, 0, 0, 0x01, 1, 9, 0, 0, 0xf0, 0x01, 2, 7, 8);

    expect(sent(MESSAGE_ID.setParameters, odd)).toMatchObject({
      known: {},
      raw: [
        { id: 0x01, value: Uint8Array.of(9) },
        { id: 0xf001, value: Uint8Array.of(7, 8) },
      ],
    });
  });

  it('is told the parameters that it asked for', () => {
    const names = ['maxSpeedKph', 'maxDrivingSec'] as const;
    const stated = { maxSpeedKph: 60, maxDrivingSec: 14_400 };

    expect(sent(MESSAGE_ID.queryParameters, encodeQueryParameters(names))).toEqual({
      kind: 'query_parameters',
      ids: [0x55, 0x57],
    });
    expect(sent(MESSAGE_ID.parametersAnswer, encodeParametersAnswer(9, stated))).toMatchObject({
      kind: 'parameters_answer',
      answeredSequence: 9,
      known: stated,
    });
    expect(sent(MESSAGE_ID.queryParameters, Uint8Array.of(2, 0, 0, 0, 1))).toBe('bad_body');
  });

  it('is told the position that it asked for', () => {
    const report = {
      statusBits: 0b11,
      latE6: 30_250_000,
      lngE6: 120_160_000,
      altitudeM: 12,
      speedKph: 36,
      headingDeg: 90,
      at: new Date('2026-11-27T01:02:03Z'),
    };

    expect(sent(MESSAGE_ID.queryLocation, encodeQueryLocation())).toEqual({
      kind: 'query_location',
    });
    expect(sent(MESSAGE_ID.locationAnswer, encodeLocationAnswer(7, report))).toMatchObject({
      kind: 'location_answer',
      answeredSequence: 7,
      report,
    });
    expect(sent(MESSAGE_ID.locationAnswer, Uint8Array.of(0, 7, 1))).toBe('bad_body');
  });

  it('follows a terminal for a while, and stops', () => {
    const following = { intervalSec: 5, durationSec: 600 };

    expect(sent(MESSAGE_ID.follow, encodeFollow(following))).toEqual({
      kind: 'follow',
      ...following,
    });
    expect(sent(MESSAGE_ID.follow, encodeFollow({ intervalSec: 0, durationSec: 600 }))).toEqual({
      kind: 'follow',
      intervalSec: 0,
      durationSec: 0,
    });
  });

  it('commands the terminal itself', () => {
    const control = { command: CONTROL.restart, argument: '' };

    expect(sent(MESSAGE_ID.terminalControl, encodeTerminalControl(control))).toEqual({
      kind: 'terminal_control',
      ...control,
    });
    expect(sent(MESSAGE_ID.terminalControl, new Uint8Array(0))).toBe('bad_body');
  });

  it.each(['2013', '2019'] as const)('asks for parts again in the form of %s', (version) => {
    const missing = { firstSequence: 40, partNos: [2, 5] };

    expect(sent(MESSAGE_ID.resendRequest, encodeResendRequest(missing, version), version)).toEqual({
      kind: 'resend_request',
      ...missing,
    });
  });
});
