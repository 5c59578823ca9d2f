import { createHash, randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's second choice for argon2id, which is the library's default form: 19 MiB, two passes. */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID);

/** Compares against a hash that no password has, so that an unknown name takes as long as a known. */
let nobodysHash: Promise<string> | undefined;

/** Whether the password is the one hashed; false, just as slowly, when there is no hash. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword(randomBytes(32).toString('base64url'));
  const isRight = await verify(passwordHash ?? (await nobodysHash), password);
  return isRight && passwordHash !== null;
}

/** A token that nobody can guess: 32 random bytes, base64url. */
export const newOpaqueToken = (): string => randomBytes(32).toString('base64url');

/** Eight random digits. */
export const newDeviceCode = (): string => String(randomInt(100_000_000)).padStart(8, '0');

/** A one-time password of 20 characters that people can type. */
export const newOneTimePassword = (): string => randomBytes(15).toString('base64url');

/** A key of 20 characters, 120 random bits, that people can type into an app. */
export const newPhoneKey = (): string => randomBytes(15).toString('base64url');

/** How a token or code is kept: who reads the table cannot use it. */
export const hashOfSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex');
