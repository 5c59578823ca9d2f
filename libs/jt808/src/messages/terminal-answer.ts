import { decodeGeneralAnswer, encodeGeneralAnswer, type GeneralAnswer } from './general-answer.js';

/** 0x0001: the terminal's answer to a message of the platform (8.1). */
export interface TerminalAnswer extends GeneralAnswer {
  readonly kind: 'terminal_answer';
}

export function decodeTerminalAnswer(body: Uint8Array): TerminalAnswer | null {
  const answer = decodeGeneralAnswer(body);
  return answer && { kind: 'terminal_answer', ...answer };
}

export const encodeTerminalAnswer = (answer: GeneralAnswer): Uint8Array =>
  encodeGeneralAnswer(answer);
