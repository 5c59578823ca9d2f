import type { TerminalCommand } from '@tongyun/contracts';
import {
  CONTROL,
  encodeFollow,
  encodeQueryLocation,
  encodeSetParameters,
  encodeTerminalControl,
  encodeTextMessage,
  type HeaderVersion,
  MESSAGE_ID,
  type TerminalParameters,
} from '@tongyun/jt808';

/** A message without its header. */
export interface EncodedCommand {
  readonly messageId: number;
  readonly body: Uint8Array;
}

const CONTROL_OF = {
  upgrade: CONTROL.upgrade,
  shut_down: CONTROL.shutDown,
  restart: CONTROL.restart,
  factory_reset: CONTROL.factoryReset,
} as const;

/** The message that tells a terminal to do this, in the form of its header's version. */
export function encodeCommand(command: TerminalCommand, version: HeaderVersion): EncodedCommand {
  switch (command.kind) {
    case 'ask_position':
      return { messageId: MESSAGE_ID.queryLocation, body: encodeQueryLocation() };
    case 'follow':
      return { messageId: MESSAGE_ID.follow, body: encodeFollow(command) };
    case 'text':
      return { messageId: MESSAGE_ID.text, body: encodeTextMessage(command, version) };
    case 'set_parameters':
      return {
        messageId: MESSAGE_ID.setParameters,
        body: encodeSetParameters(statedIn(command.parameters)),
      };
    case 'ask_parameters':
      return { messageId: MESSAGE_ID.queryAllParameters, body: new Uint8Array(0) };
    case 'control': {
      const { argument } = command;
      const body = encodeTerminalControl({ command: CONTROL_OF[command.command], argument });
      return { messageId: MESSAGE_ID.terminalControl, body };
    }
  }
}

type Asked = (TerminalCommand & { kind: 'set_parameters' })['parameters'];

/** What was left out of the request may stand there as undefined. */
const statedIn = (parameters: Asked): TerminalParameters =>
  Object.fromEntries(
    Object.entries(parameters).filter(([, value]) => value !== undefined),
  ) as TerminalParameters;
