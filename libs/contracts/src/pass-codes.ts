import { z } from 'zod';
import { instant, reasonText } from './common.js';
import { plateColor } from './fleet.js';

/** Where the officer's page finds the code of a pass in its own address: `/police.html#pass=…`. */
export const PASS_CODE_FRAGMENT = 'pass';

/**
 * What the code on a pass states, signed as a compact JWS (EdDSA). Short names: it is printed. It
 * says that the paper is genuine, and nothing of what the pass is worth now.
 */
export const passStatement = z.object({
  /** Number of the pass. */
  n: z.string().min(1).max(40),
  /** Plate, and its colour; null for what carries none. */
  p: z.string().max(12).nullable(),
  c: plateColor.nullable(),
  /** Equipment number of what carries no plate; left out beside a plate. */
  e: z.string().max(40).optional(),
  /** When the pass was issued, seconds since 1970. */
  iat: z.number().int(),
});
export type PassStatement = z.infer<typeof passStatement>;

/** Drawn, or as the text to draw for who prints papers of his own. */
export const passCodeQuery = z.object({ format: z.enum(['svg', 'png', 'text']).default('svg') });
export type PassCodeQuery = z.infer<typeof passCodeQuery>;

export const verifyPassCodeRequest = z.object({ code: z.string().min(1).max(2_000) });
export type VerifyPassCodeRequest = z.infer<typeof verifyPassCodeRequest>;
/** The paper is genuine; whether the vehicle may be somewhere is the roadside query's to say. */
export const passCodeView = z.object({
  passNo: z.string(),
  plateNo: z.string().nullable(),
  plateColor: plateColor.nullable(),
  /** Null beside a plate. */
  equipmentNo: z.string().nullable(),
  issuedAt: instant,
});
export type PassCodeView = z.infer<typeof passCodeView>;

/** Public keys that codes are verified with (RFC 7517), the one that signs now first. */
export const passKeySet = z.object({
  keys: z.array(
    z.object({
      kty: z.literal('OKP'),
      crv: z.literal('Ed25519'),
      x: z.string(),
      kid: z.string(),
      use: z.literal('sig'),
      alg: z.literal('EdDSA'),
    }),
  ),
});
export type PassKeySet = z.infer<typeof passKeySet>;

export const passKeyView = z.object({
  id: z.string(),
  madeAt: instant,
  reason: z.string(),
  /** From then on nothing it signed is genuine; null: it counts. */
  withdrawnAt: instant.nullable(),
});
export type PassKeyView = z.infer<typeof passKeyView>;
export const passKeyList = z.object({ items: z.array(passKeyView) });
export const changePassKeyRequest = z.object({ reason: reasonText });
export type ChangePassKeyRequest = z.infer<typeof changePassKeyRequest>;
