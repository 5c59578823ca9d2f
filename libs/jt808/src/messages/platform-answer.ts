import { decodeGeneralAnswer, encodeGeneralAnswer, type GeneralAnswer } from './general-answer.js';

/** 0x8001: the platform's general answer (8.2). */
export interface PlatformAnswer extends GeneralAnswer {
  readonly kind: 'platform_answer';
}

export function decodePlatformAnswer(body: Uint8Array): PlatformAnswer | null {
  const answer = decodeGeneralAnswer(body);
  return answer && { kind: 'platform_answer', ...answer };
}

export const encodePlatformAnswer = (answer: GeneralAnswer): Uint8Array =>
  encodeGeneralAnswer(answer);
