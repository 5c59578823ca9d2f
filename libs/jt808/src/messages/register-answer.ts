import { joinBytes, readWord, writeWord } from '../bytes.js';
import { decodeText, encodeText } from '../gbk.js';

/** Results of a registration (JT/T 808-2019, table 8). */
export const REGISTER_RESULT = {
  success: 0,
  vehicleTaken: 1,
  noSuchVehicle: 2,
  terminalTaken: 3,
  noSuchTerminal: 4,
} as const;

export interface RegistrationAnswer {
  readonly answeredSequence: number;
  /** One of REGISTER_RESULT, as sent. */
  readonly result: number;
  /** What the terminal has to state in 0x0102; null unless the result is success. */
  readonly authCode: string | null;
}

/** 0x8100: the platform's answer to a registration (8.5). */
export interface RegisterAnswer extends RegistrationAnswer {
  readonly kind: 'register_answer';
}

const FIXED_BYTES = 3;

/** Reads a registration answer; null when the body is shorter than three bytes. */
export function decodeRegisterAnswer(body: Uint8Array): RegisterAnswer | null {
  if (body.length < FIXED_BYTES) return null;
  const result = body[2]!;
  return {
    kind: 'register_answer',
    answeredSequence: readWord(body, 0),
    result,
    authCode: result === REGISTER_RESULT.success ? decodeText(body, FIXED_BYTES) : null,
  };
}

/** The body of a registration answer; the code is left out unless the result is success. */
export function encodeRegisterAnswer(answer: RegistrationAnswer): Uint8Array {
  const fixed = new Uint8Array(FIXED_BYTES);
  writeWord(fixed, 0, answer.answeredSequence);
  fixed[2] = answer.result;
  return answer.authCode === null ? fixed : joinBytes(fixed, encodeText(answer.authCode));
}
