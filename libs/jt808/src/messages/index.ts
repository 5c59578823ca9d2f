import type { Header } from '../header.js';
import { type Authenticate, decodeAuthenticate } from './authenticate.js';
import { decodeFollow, type Follow } from './follow.js';
import { decodeHeartbeat, type Heartbeat } from './heartbeat.js';
import { decodeLocation, type Location } from './location.js';
import { decodeLocationAnswer, type LocationAnswer } from './location-answer.js';
import { decodeLocationBatch, type LocationBatch } from './location-batch.js';
import { decodeLogOut, type LogOut } from './log-out.js';
import { decodeMediaTaken, decodeMediaUpload, type MediaTaken, type MediaUpload } from './media.js';
import { MESSAGE_ID } from './message-id.js';
import { decodeParametersAnswer, type ParametersAnswer } from './parameters-answer.js';
import { decodePlatformAnswer, type PlatformAnswer } from './platform-answer.js';
import { decodeQueryLocation, type QueryLocation } from './query-location.js';
import {
  decodeQueryAllParameters,
  decodeQueryParameters,
  type QueryParameters,
} from './query-parameters.js';
import { decodeRegister, type Register } from './register.js';
import { decodeRegisterAnswer, type RegisterAnswer } from './register-answer.js';
import { decodeResendRequest, type ResendRequest } from './resend-request.js';
import { decodeSetParameters, type SetParameters } from './set-parameters.js';
import { decodeTerminalAnswer, type TerminalAnswer } from './terminal-answer.js';
import { decodeTerminalControl, type TerminalControl } from './terminal-control.js';
import { decodeTextMessage, type TextMessage } from './text-message.js';

/** A message this engine does not read: its body as it came. */
export interface Unsupported {
  readonly kind: 'unsupported';
  readonly body: Uint8Array;
}

/** A body behind an encryption flag (bit 10: RSA), of which nothing can be said without its key. */
export interface Encrypted {
  readonly kind: 'encrypted';
  readonly body: Uint8Array;
}

/** One part of a message that was cut up; what it means shows only when all parts are there. */
export interface MessagePart {
  readonly kind: 'part';
  readonly body: Uint8Array;
}

export type Message =
  | TerminalAnswer
  | Heartbeat
  | LogOut
  | Register
  | Authenticate
  | Location
  | LocationBatch
  | LocationAnswer
  | ParametersAnswer
  | MediaTaken
  | MediaUpload
  | PlatformAnswer
  | ResendRequest
  | RegisterAnswer
  | SetParameters
  | QueryParameters
  | TerminalControl
  | QueryLocation
  | Follow
  | TextMessage
  | MessagePart
  | Encrypted
  | Unsupported;

/**
 * Reads the body that belongs to a header: `bytes` from `from` up to `to`.
 *
 * @returns null when the body is too short for what the header says it is
 */
export function decodeMessage(
  header: Header,
  bytes: Uint8Array,
  from: number,
  to: number,
): Message | null {
  if (header.encryption !== 0) return { kind: 'encrypted', body: bytes.slice(from, to) };
  if (header.subPackage && header.subPackage.total > 1) {
    return { kind: 'part', body: bytes.slice(from, to) };
  }
  switch (header.messageId) {
    case MESSAGE_ID.location:
      return decodeLocation(bytes, from, to);
    case MESSAGE_ID.locationBatch:
      return decodeLocationBatch(bytes, from, to);
    default:
      return decodeRareMessage(header, bytes.slice(from, to));
  }
}

/** What does not come by the thousand a second may have its body copied first. */
function decodeRareMessage({ messageId, version }: Header, body: Uint8Array): Message | null {
  switch (messageId) {
    case MESSAGE_ID.heartbeat:
      return decodeHeartbeat(body);
    case MESSAGE_ID.authenticate:
      return decodeAuthenticate(body, version);
    case MESSAGE_ID.register:
      return decodeRegister(body);
    case MESSAGE_ID.terminalAnswer:
      return decodeTerminalAnswer(body);
    case MESSAGE_ID.logOut:
      return decodeLogOut(body);
    case MESSAGE_ID.parametersAnswer:
      return decodeParametersAnswer(body);
    case MESSAGE_ID.locationAnswer:
      return decodeLocationAnswer(body);
    case MESSAGE_ID.mediaTaken:
      return decodeMediaTaken(body);
    case MESSAGE_ID.mediaUpload:
      return decodeMediaUpload(body);
    default:
      return decodeOrder({ messageId, version }, body);
  }
}

/** What only a platform sends: read by terminals of tests and by tools. */
function decodeOrder(
  { messageId, version }: Pick<Header, 'messageId' | 'version'>,
  body: Uint8Array,
): Message | null {
  switch (messageId) {
    case MESSAGE_ID.platformAnswer:
      return decodePlatformAnswer(body);
    case MESSAGE_ID.resendRequest:
      return decodeResendRequest(body, version);
    case MESSAGE_ID.registerAnswer:
      return decodeRegisterAnswer(body);
    case MESSAGE_ID.setParameters:
      return decodeSetParameters(body);
    case MESSAGE_ID.queryAllParameters:
      return decodeQueryAllParameters(body);
    case MESSAGE_ID.queryParameters:
      return decodeQueryParameters(body);
    case MESSAGE_ID.terminalControl:
      return decodeTerminalControl(body);
    case MESSAGE_ID.queryLocation:
      return decodeQueryLocation(body);
    case MESSAGE_ID.follow:
      return decodeFollow(body);
    case MESSAGE_ID.text:
      return decodeTextMessage(body, version);
    default:
      return { kind: 'unsupported', body };
  }
}
