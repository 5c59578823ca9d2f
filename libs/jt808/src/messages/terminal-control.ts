import { joinBytes } from '../bytes.js';
import { decodeText, encodeText } from '../gbk.js';

/** What a terminal can be told to do (JT/T 808-2019, table 17). */
export const CONTROL = {
  upgrade: 1,
  connectElsewhere: 2,
  shutDown: 3,
  restart: 4,
  factoryReset: 5,
  closeData: 6,
  closeRadio: 7,
} as const;

export interface Control {
  /** One of CONTROL, as sent. */
  readonly command: number;
  /** The fields of an upgrade or of another server, apart by `;`; empty for the other commands. */
  readonly argument: string;
}

/** 0x8105: the platform controls the terminal itself (8.17). */
export interface TerminalControl extends Control {
  readonly kind: 'terminal_control';
}

/** Reads a command; null when the body is empty. */
export const decodeTerminalControl = (body: Uint8Array): TerminalControl | null =>
  body.length === 0
    ? null
    : { kind: 'terminal_control', command: body[0]!, argument: decodeText(body, 1) };

/** The body of a command. */
export const encodeTerminalControl = ({ command, argument }: Control): Uint8Array =>
  joinBytes(Uint8Array.of(command), encodeText(argument));
