import { joinBytes, readDword, toDword } from '../bytes.js';
import { type ParameterName, PARAMETERS } from './terminal-parameters.js';

/** 0x8104: the platform asks for all parameters (8.14); 0x8106: for some of them (8.15). */
export interface QueryParameters {
  readonly kind: 'query_parameters';
  /** Ids asked for; null: all. */
  readonly ids: readonly number[] | null;
}

export const decodeQueryAllParameters = (_body: Uint8Array): QueryParameters => ({
  kind: 'query_parameters',
  ids: null,
});

/** Reads which parameters are asked for; null when there are fewer ids than stated. */
export function decodeQueryParameters(body: Uint8Array): QueryParameters | null {
  const count = body[0];
  if (count === undefined || body.length < 1 + count * 4) return null;
  const ids = Array.from({ length: count }, (_, index) => readDword(body, 1 + index * 4));
  return { kind: 'query_parameters', ids };
}

/** The body of 0x8106, at most 255 names. */
export const encodeQueryParameters = (names: readonly ParameterName[]): Uint8Array =>
  joinBytes(Uint8Array.of(names.length), ...names.map((name) => toDword(PARAMETERS[name].id)));
