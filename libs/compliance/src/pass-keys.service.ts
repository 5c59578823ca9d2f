import type { PassKeySet } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  newId,
  SYSTEM_SCOPE,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import type { EntityManager } from 'typeorm';
import type { PassKeyDecisionEntity } from './data/pass-key-decision.entity.js';
import type { PassKeyEntity } from './data/pass-key.entity.js';
import { PassKeyRepository } from './data/pass-key.repository.js';

/** Characters of a thumbprint that name a key: 60 bits, for the few keys there ever are. */
const ID_LENGTH = 10;

/** Makes, hands out and withdraws the keys of the codes on passes. */
@Injectable()
export class PassKeys {
  constructor(
    private readonly keys: PassKeyRepository,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those that count, the one that signs first; the first of all is made when it is asked for. */
  async inForce(): Promise<readonly [PassKeyEntity, ...PassKeyEntity[]]> {
    const [newest, ...older] = await this.keys.current(this.unitOfWork.reads);
    if (newest) return [newest, ...older];
    return [await this.rotate(SYSTEM_SCOPE, 'the first key')];
  }

  async publicSet(): Promise<PassKeySet> {
    const keys = await this.inForce();
    return {
      keys: keys.map(({ id, publicX }) => ({
        kty: 'OKP',
        crv: 'Ed25519',
        x: publicX,
        kid: id,
        use: 'sig',
        alg: 'EdDSA',
      })),
    };
  }

  /** Every key there was, newest first. */
  list(_scope: AccessScope): Promise<PassKeyEntity[]> {
    return this.keys.all(this.unitOfWork.reads);
  }

  /** Makes a new key, which signs from now on; what older ones signed stays genuine. */
  async rotate(scope: AccessScope, reason: string): Promise<PassKeyEntity> {
    const { publicKey, privateKey } = await generateKeyPair('EdDSA', {
      crv: 'Ed25519',
      extractable: true,
    });
    const { d, x } = await exportJWK(privateKey);
    const id = (await calculateJwkThumbprint(await exportJWK(publicKey))).slice(0, ID_LENGTH);
    const key: PassKeyEntity = {
      id,
      publicX: x!,
      privateD: d!,
      madeBy: scope.userId,
      madeAt: this.clock.now(),
      reason,
      withdrawnAt: null,
      withdrawnBy: null,
      withdrawalReason: null,
    };
    await this.unitOfWork.run(async (tx) => {
      await this.keys.insert(tx, key);
      await this.keep(tx, scope, key, 'made', reason);
    });
    return key;
  }

  /** Declares a key lost: what it signed is genuine no more, and has to be printed again. */
  withdraw(scope: AccessScope, id: string, reason: string): Promise<PassKeyEntity> {
    return this.unitOfWork.run(async (tx) => {
      const key = await this.keys.lock(tx, id);
      if (!key) throw new DomainError('PASS_KEY_NOT_FOUND', `No key ${id}`, { id });
      if (key.withdrawnAt !== null) return key;
      const withdrawnAt = this.clock.now();
      Object.assign(key, { withdrawnAt, withdrawnBy: scope.userId, withdrawalReason: reason });
      await this.keep(tx, scope, key, 'withdrawn', reason);
      return this.keys.save(tx, key);
    });
  }

  private keep(
    tx: EntityManager,
    { userId }: AccessScope,
    { id, publicX }: PassKeyEntity,
    kind: PassKeyDecisionEntity['kind'],
    reason: string,
  ): Promise<void> {
    return this.keys.addDecision(tx, {
      id: newId(),
      keyId: id,
      publicX,
      kind,
      reason,
      decidedBy: userId,
      decidedAt: this.clock.now(),
    });
  }
}
