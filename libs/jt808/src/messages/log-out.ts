/** 0x0003: the terminal takes its registration back (8.6). Its body is empty. */
export interface LogOut {
  readonly kind: 'log_out';
}

export const decodeLogOut = (_body: Uint8Array): LogOut => ({ kind: 'log_out' });

export const encodeLogOut = (): Uint8Array => new Uint8Array(0);
