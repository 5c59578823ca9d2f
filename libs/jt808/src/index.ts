export { fromHex, toHex } from './bytes.js';
export { type DescribedFrame, type DescribedLocation, describeFrame } from './describe-frame.js';
export { type DescribedStream, describeStream } from './describe-stream.js';
export { FRAME_MARK } from './escape.js';
export {
  type BadFrame,
  type BadFrameCode,
  type DecodedFrame,
  decodeFrame,
  encodeFrame,
  type GoodFrame,
} from './frame.js';
export { FrameSplitter, MAX_ESCAPED_BYTES } from './frame-splitter.js';
export {
  type Header,
  type HeaderToSend,
  type HeaderVersion,
  type SubPackage,
  terminalNumberOf,
} from './header.js';
export { findLocationFault, type LocationFault } from './location-fault.js';
export { MessageReader } from './message-reader.js';
export {
  type AdditionalItems,
  type ItemsToSend,
  type KnownItems,
  type RawItem,
} from './messages/additional-items.js';
export {
  type Authenticate,
  type Credentials,
  encodeAuthenticate,
} from './messages/authenticate.js';
export { ANSWER, type GeneralAnswer } from './messages/general-answer.js';
export { encodeHeartbeat } from './messages/heartbeat.js';
export type { Message } from './messages/index.js';
export { encodeLocation, type Location } from './messages/location.js';
export { BATCH_KIND, encodeLocationBatch, type LocationBatch } from './messages/location-batch.js';
export { type LocationReport, type ReportToSend } from './messages/location-report.js';
export { encodeLogOut } from './messages/log-out.js';
export { MESSAGE_ID } from './messages/message-id.js';
export { encodePlatformAnswer, type PlatformAnswer } from './messages/platform-answer.js';
export {
  encodeRegister,
  type Register,
  type RegisterVersion,
  type Registration,
} from './messages/register.js';
export {
  encodeRegisterAnswer,
  REGISTER_RESULT,
  type RegisterAnswer,
  type RegistrationAnswer,
} from './messages/register-answer.js';
export { encodeTerminalAnswer, type TerminalAnswer } from './messages/terminal-answer.js';
export { isLocated, isShifted, type LoadState, loadStateOf, STATUS } from './status-bits.js';
