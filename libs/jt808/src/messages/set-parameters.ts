import {
  decodeParameterList,
  encodeParameterList,
  type ParameterList,
  type TerminalParameters,
} from './terminal-parameters.js';

/** 0x8103: the platform sets parameters of the terminal (8.13). */
export interface SetParameters extends ParameterList {
  readonly kind: 'set_parameters';
}

/** Reads the parameters to set; null without even their count. */
export const decodeSetParameters = (body: Uint8Array): SetParameters | null =>
  body.length === 0 ? null : { kind: 'set_parameters', ...decodeParameterList(body, 0) };

export const encodeSetParameters = (parameters: TerminalParameters): Uint8Array =>
  encodeParameterList(parameters);
