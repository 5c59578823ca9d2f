import {
  ANSWER,
  encodeLocationAnswer,
  encodeParametersAnswer,
  encodeTerminalAnswer,
  type GoodFrame,
  MESSAGE_ID,
  type ReportToSend,
} from '@tongyun/jt808';

/** A message without its header. */
export interface AnswerToOrder {
  readonly messageId: number;
  readonly body: Uint8Array;
}

const HEARTBEAT_SEC = 60;

/**
 * What an obedient terminal answers to an order of its platform; null to what is no order.
 *
 * @param lastReport what it last reported; null before its first position
 */
export function answerToOrder(
  { header, message }: GoodFrame,
  lastReport: ReportToSend | null,
): AnswerToOrder | null {
  const { sequence: answeredSequence, messageId: answeredId } = header;
  const say = (result: number): AnswerToOrder => ({
    messageId: MESSAGE_ID.terminalAnswer,
    body: encodeTerminalAnswer({ answeredSequence, answeredId, result }),
  });
  switch (message.kind) {
    case 'text':
    case 'follow':
    case 'set_parameters':
    case 'terminal_control':
      return say(ANSWER.success);
    case 'query_location':
      return lastReport === null
        ? say(ANSWER.failure)
        : {
            messageId: MESSAGE_ID.locationAnswer,
            body: encodeLocationAnswer(answeredSequence, lastReport),
          };
    case 'query_parameters':
      return {
        messageId: MESSAGE_ID.parametersAnswer,
        body: encodeParametersAnswer(answeredSequence, { heartbeatIntervalSec: HEARTBEAT_SEC }),
      };
    default:
      return null;
  }
}
