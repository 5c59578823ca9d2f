/** 0x0002: a sign of life (8.3). Its body is empty by the standard; devices that send one are read. */
export interface Heartbeat {
  readonly kind: 'heartbeat';
}

export const decodeHeartbeat = (_body: Uint8Array): Heartbeat => ({ kind: 'heartbeat' });

export const encodeHeartbeat = (): Uint8Array => new Uint8Array(0);
