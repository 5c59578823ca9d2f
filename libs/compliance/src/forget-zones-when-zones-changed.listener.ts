import { EventRelay } from '@tongyun/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ComplianceEvents } from './compliance.events.js';
import { ZoneQueries } from './zone-queries.service.js';

/** Drops the zones kept in memory, also when another process drew them. */
@Injectable()
export class ForgetZonesWhenZonesChanged implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly zones: ZoneQueries,
  ) {}

  onModuleInit(): void {
    this.relay.listen<ComplianceEvents['compliance.zones_changed']>({
      name: 'compliance.forget-zones',
      event: 'compliance.zones_changed',
      handle: async () => this.zones.forget(),
    });
  }
}
