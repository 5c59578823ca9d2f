export { fromHex, toHex } from './bytes.js';
export { CodeMask } from './code-mask.js';
export { type DescribedFrame, type DescribedLocation, describeFrame } from './describe-frame.js';
export { type DescribedStream, describeStream } from './describe-stream.js';
export { FRAME_MARK } from './escape.js';
export {
  type BadFrame,
  type BadFrameCode,
  type DecodedFrame,
  decodeFrame,
  encodeFrame,
  frameBytesOf,
  type GoodFrame,
  writeFrame,
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
export { decodeMessage, type Message } from './messages/index.js';
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
export { encodeFollow, type Following } from './messages/follow.js';
export { encodeLocationAnswer, type LocationAnswer } from './messages/location-answer.js';
export { type MediaTaken, type MediaUpload } from './messages/media.js';
export { encodeParametersAnswer, type ParametersAnswer } from './messages/parameters-answer.js';
export { encodeQueryLocation } from './messages/query-location.js';
export { encodeQueryParameters } from './messages/query-parameters.js';
export { encodeResendRequest, type MissingParts } from './messages/resend-request.js';
export { encodeSetParameters } from './messages/set-parameters.js';
export { type Control, CONTROL, encodeTerminalControl } from './messages/terminal-control.js';
export {
  type ParameterName,
  PARAMETERS,
  type TerminalParameters,
} from './messages/terminal-parameters.js';
export { encodeTextMessage, type TextToSend } from './messages/text-message.js';
export {
  DRUM_ITEM_ID,
  type DrumReading,
  type DrumState,
  findDrumReading,
  invertDrum,
  toDrumItem,
} from './vendors/mixer-drum.js';
