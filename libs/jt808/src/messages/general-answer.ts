import { readWord, writeWord } from '../bytes.js';

/** 0x0001 and 0x8001: the general answers of terminal and platform share one body (8.1, 8.2). */
export interface GeneralAnswer {
  /** Sequence of the message that is answered. */
  readonly answeredSequence: number;
  readonly answeredId: number;
  /** One of ANSWER, as sent. */
  readonly result: number;
}

/** Results of a general answer (JT/T 808-2019, table 5). */
export const ANSWER = {
  success: 0,
  failure: 1,
  wrongMessage: 2,
  unsupported: 3,
  alarmConfirmed: 4,
} as const;

const BODY_BYTES = 5;

/** Reads a general answer; null when the body is shorter than its five bytes. */
export function decodeGeneralAnswer(body: Uint8Array): GeneralAnswer | null {
  if (body.length < BODY_BYTES) return null;
  return {
    answeredSequence: readWord(body, 0),
    answeredId: readWord(body, 2),
    result: body[4]!,
  };
}

/** The five bytes of a general answer. */
export function encodeGeneralAnswer(answer: GeneralAnswer): Uint8Array {
  const body = new Uint8Array(BODY_BYTES);
  writeWord(body, 0, answer.answeredSequence);
  writeWord(body, 2, answer.answeredId);
  body[4] = answer.result;
  return body;
}
