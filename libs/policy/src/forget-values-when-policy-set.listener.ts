import { EventRelay } from '@tongyun/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { PolicyEvents } from './policy.events.js';
import { PolicyQueries } from './policy-queries.service.js';

/** Drops the values kept in memory, also when another process decided. */
@Injectable()
export class ForgetValuesWhenPolicySet implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly policies: PolicyQueries,
  ) {}

  onModuleInit(): void {
    this.relay.listen<PolicyEvents['policy.set']>({
      name: 'policy.forget-values',
      event: 'policy.set',
      handle: async () => this.policies.forget(),
    });
  }
}
