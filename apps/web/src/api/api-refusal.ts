import type { Refusal } from '@tongyun/contracts';

/** The server said no, or could not be asked (`UNREACHABLE`); `refusal.code` is what to act on. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';

  constructor(
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    readonly refusal: Refusal,
  ) {
    super(`${refusal.code}: ${refusal.message}`);
  }
}

export const unreachable = (): ApiRefusal =>
  new ApiRefusal(0, { code: 'UNREACHABLE', message: 'The server cannot be reached', details: {} });

export const isUnreachable = (error: unknown): boolean =>
  error instanceof ApiRefusal && error.refusal.code === 'UNREACHABLE';
