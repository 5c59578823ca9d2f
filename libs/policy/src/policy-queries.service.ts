import { type AccessScope, type Clock, CLOCK, groupBy, secondsBetween } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PolicyValueEntity } from './data/policy-value.entity.js';
import { PolicyValueRepository } from './data/policy-value.repository.js';
import { POLICY_KEYS, type PolicyKey, type PolicyValueOf } from './rules/policy-keys.js';
import { findInForce } from './rules/value-in-force.js';

/** Another process's decision is seen after this time at the latest. */
const FRESH_FOR_SEC = 30;

export interface PolicyInForce<Value> {
  readonly value: Value;
  /** Names the decision in verdicts: `city/3`, or `shipped`. */
  readonly version: string;
}

/** A value in force with what it rests on. */
export interface SourcedPolicy<Value> extends PolicyInForce<Value> {
  readonly source: string;
}

interface Kept {
  readonly values: readonly PolicyValueEntity[];
  readonly byKey: ReadonlyMap<string, readonly PolicyValueEntity[]>;
  readonly loadedAt: Date;
}

/** Values in force, from memory: the judge asks for every fix. */
@Injectable()
export class PolicyQueries {
  private kept: Kept | undefined;
  private timesForgotten = 0;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly values: PolicyValueRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The value that holds at an instant, and which decision it is.
   *
   * @param scopes narrowest first, such as `['plant:…', 'enterprise:…']`; the city is asked last
   * @param tx needed inside a transaction, where no other connection may be used
   */
  async valueAt<Key extends PolicyKey>(
    key: Key,
    at: Date,
    scopes: readonly string[] = [],
    tx?: EntityManager,
  ): Promise<PolicyInForce<PolicyValueOf<Key>>> {
    const { value, version } = await this.sourcedAt(key, at, scopes, tx);
    return { value, version };
  }

  /** As `valueAt`, with the source that the decision states. */
  async sourcedAt<Key extends PolicyKey>(
    key: Key,
    at: Date,
    scopes: readonly string[] = [],
    tx?: EntityManager,
  ): Promise<SourcedPolicy<PolicyValueOf<Key>>> {
    const { byKey } = await this.load(tx);
    const inForce = findInForce(byKey.get(key) ?? [], key, scopes, at);
    if (!inForce) {
      const { value, source } = POLICY_KEYS[key];
      return { value: value as PolicyValueOf<Key>, version: 'shipped', source };
    }
    return {
      value: inForce.value as PolicyValueOf<Key>,
      version: `${inForce.scope}/${inForce.version}`,
      source: inForce.source,
    };
  }

  /** Every decision, by key, scope and version. All staff may know the rules. */
  async list(_scope: AccessScope): Promise<readonly PolicyValueEntity[]> {
    return (await this.load()).values;
  }

  /** Forgets what is kept in memory: something was decided. */
  forget(): void {
    this.kept = undefined;
    this.timesForgotten += 1;
  }

  private async load(tx?: EntityManager): Promise<Kept> {
    const now = this.clock.now();
    if (this.kept && secondsBetween(this.kept.loadedAt, now) < FRESH_FOR_SEC) return this.kept;
    const { timesForgotten } = this;
    const values = await this.values.all(tx ?? this.unitOfWork.reads);
    const loaded = { values, byKey: groupBy(values, ({ key }) => key), loadedAt: now };
    // A transaction may yet be rolled back, and what was read before a decision is old.
    const isLasting = tx === undefined && timesForgotten === this.timesForgotten;
    if (isLasting) this.kept = loaded;
    return loaded;
  }
}
