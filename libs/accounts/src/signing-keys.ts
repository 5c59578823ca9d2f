import { randomBytes } from 'node:crypto';
import { type Clock, CLOCK, newId, secondsBetween } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { SigningKeyEntity } from './data/signing-key.entity.js';

const RELOAD_AFTER_SEC = 5;

export interface SigningKey {
  readonly id: string;
  readonly secret: Uint8Array;
}

/** The keys of access tokens, kept in memory; another process's new key is found by its id. */
@Injectable()
export class SigningKeys {
  private keys = new Map<string, SigningKey>();
  private newest: SigningKey | undefined;
  private loadedAt: Date | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The key that signs; made on the first call of the product's life. */
  async current(): Promise<SigningKey> {
    if (!this.newest) await this.load();
    if (!this.newest) {
      await this.make();
      await this.load();
    }
    return this.newest!;
  }

  /** The key of this id; null when there is none. */
  async find(id: string): Promise<SigningKey | null> {
    if (!this.keys.has(id) && this.mayReload()) await this.load();
    return this.keys.get(id) ?? null;
  }

  /** Strangers' made-up key ids must not cost a query each. */
  private mayReload(): boolean {
    const { loadedAt } = this;
    return !loadedAt || secondsBetween(loadedAt, this.clock.now()) >= RELOAD_AFTER_SEC;
  }

  private async load(): Promise<void> {
    const rows = await this.unitOfWork.reads.find(SigningKeyEntity, {
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const keys = rows.map(({ id, secret }) => ({ id, secret: Buffer.from(secret, 'base64url') }));
    this.keys = new Map(keys.map((key) => [key.id, key]));
    this.newest = keys.at(-1);
    this.loadedAt = this.clock.now();
  }

  private async make(): Promise<void> {
    await this.unitOfWork.reads.insert(SigningKeyEntity, {
      id: newId<string>(),
      secret: randomBytes(32).toString('base64url'),
      createdAt: this.clock.now(),
    });
  }
}
