/** 0x8201: the platform asks where the terminal is now (8.21). Its body is empty. */
export interface QueryLocation {
  readonly kind: 'query_location';
}

export const decodeQueryLocation = (_body: Uint8Array): QueryLocation => ({
  kind: 'query_location',
});

export const encodeQueryLocation = (): Uint8Array => new Uint8Array(0);
