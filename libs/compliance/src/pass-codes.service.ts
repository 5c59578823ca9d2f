import { passStatement, type PassStatement } from '@tongyun/contracts';
import { VehicleQueries } from '@tongyun/fleet';
import { type AccessScope, DomainError, type PassId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { CompactSign, compactVerify, importJWK, type CryptoKey, type JWK } from 'jose';
import type { PassKeyEntity } from './data/pass-key.entity.js';
import type { RoadPassEntity } from './data/road-pass.entity.js';
import { PassKeys } from './pass-keys.service.js';
import { PassQueries } from './pass-queries.service.js';

const MS_PER_SEC = 1_000;

/** Signs the code that is printed on a pass, and reads one that was shown. */
@Injectable()
export class PassCodes {
  constructor(
    private readonly keys: PassKeys,
    private readonly passes: PassQueries,
    private readonly vehicles: VehicleQueries,
  ) {}

  /** The code of a pass; a revoked one gets none, as nobody should print it. */
  async of(scope: AccessScope, id: PassId): Promise<string> {
    const pass = await this.passes.get(scope, id);
    assertPrintable(pass);
    const { plateNo, plateColor, equipmentNo } = await this.vehicles.get(scope, pass.vehicleId);
    const iat = Math.floor(pass.issuedAt.getTime() / MS_PER_SEC);
    const statement: PassStatement = {
      n: pass.passNo,
      p: plateNo,
      c: plateColor,
      ...(plateNo === null && equipmentNo !== null ? { e: equipmentNo } : {}),
      iat,
    };
    const [key] = await this.keys.inForce();
    return new CompactSign(new TextEncoder().encode(JSON.stringify(statement)))
      .setProtectedHeader({ alg: 'EdDSA', kid: key.id })
      .sign(await keyOf(key, 'private'));
  }

  /** What a code states, if one of our keys that counts has signed it. */
  async read(_scope: AccessScope, code: string): Promise<PassStatement> {
    const keys = await this.keys.inForce();
    try {
      const { payload } = await compactVerify(
        code,
        async ({ kid }) => {
          const key = keys.find(({ id }) => id === kid);
          if (!key) throw new Error('signed by no key of ours');
          return keyOf(key, 'public');
        },
        { algorithms: ['EdDSA'] },
      );
      return passStatement.parse(JSON.parse(new TextDecoder().decode(payload)));
    } catch (cause) {
      throw new DomainError('PASS_CODE_INVALID', 'The code is none of a pass', {
        cause: cause instanceof Error ? cause.message : String(cause),
      });
    }
  }
}

function keyOf(
  { publicX, privateD }: PassKeyEntity,
  half: 'public' | 'private',
): Promise<CryptoKey | Uint8Array> {
  const jwk: JWK = { kty: 'OKP', crv: 'Ed25519', x: publicX };
  return importJWK(half === 'private' ? { ...jwk, d: privateD } : jwk, 'EdDSA');
}

function assertPrintable({ id, state }: RoadPassEntity): void {
  if (state === 'valid' || state === 'suspended') return;
  throw new DomainError('PASS_NOT_PRINTABLE', `A ${state} pass has no code`, { id, state });
}
