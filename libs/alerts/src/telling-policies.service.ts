import type { EnterpriseId } from '@tongyun/kernel';
import { PolicyQueries, type PolicyValueOf } from '@tongyun/policy';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export type AlertTellingPolicy = PolicyValueOf<'alerts.telling'>['usual'];

interface PolicySubject {
  readonly code: string;
  readonly enterpriseId: EnterpriseId | null;
}

/** How alerts of a code are told of, in force at an instant; an enterprise may have its own way. */
@Injectable()
export class TellingPolicies {
  constructor(private readonly policies: PolicyQueries) {}

  async of(
    { code, enterpriseId }: PolicySubject,
    at: Date,
    tx: EntityManager,
  ): Promise<AlertTellingPolicy> {
    const scopes = enterpriseId ? [`enterprise:${enterpriseId}`] : [];
    const { value } = await this.policies.valueAt('alerts.telling', at, scopes, tx);
    const own = Object.hasOwn(value.codes, code) ? value.codes[code] : {};
    return Object.assign({}, value.usual, own);
  }
}
