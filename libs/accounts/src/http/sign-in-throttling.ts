import type { ThrottlerModuleOptions } from '@nestjs/throttler';

const MINUTE_MS = 60_000;

interface SignInAttempt {
  readonly ip?: string;
  readonly body?: { readonly username?: unknown };
}

/**
 * How often one may try to sign in: against a guesser at one name, at many names, and at the device
 * codes that are out (eight digits; 120 guesses a minute find one of 100 in 15 min with 0.2 %).
 */
export const SIGN_IN_THROTTLING: ThrottlerModuleOptions = {
  errorMessage: 'Too many attempts: wait a minute',
  throttlers: [
    {
      name: 'name',
      ttl: MINUTE_MS,
      limit: 10,
      getTracker: ({ ip, body }: SignInAttempt) => `${ip}|${String(body?.username)}`,
    },
    { name: 'address', ttl: MINUTE_MS, limit: 60 },
    { name: 'everyone', ttl: MINUTE_MS, limit: 120, getTracker: () => 'everyone' },
  ],
};
