import { joinBytes, readWord, toWord } from '../bytes.js';
import {
  decodeParameterList,
  encodeParameterList,
  type ParameterList,
  type TerminalParameters,
} from './terminal-parameters.js';

/** 0x0104: the terminal states its parameters (8.16). */
export interface ParametersAnswer extends ParameterList {
  readonly kind: 'parameters_answer';
  readonly answeredSequence: number;
}

const FIXED_BYTES = 3;

/** Reads the parameters stated; null when the three fixed bytes are not there. */
export function decodeParametersAnswer(body: Uint8Array): ParametersAnswer | null {
  if (body.length < FIXED_BYTES) return null;
  return {
    kind: 'parameters_answer',
    answeredSequence: readWord(body, 0),
    ...decodeParameterList(body, 2),
  };
}

/** The body in which a terminal states its parameters. */
export const encodeParametersAnswer = (
  answeredSequence: number,
  parameters: TerminalParameters,
): Uint8Array => joinBytes(toWord(answeredSequence), encodeParameterList(parameters));
