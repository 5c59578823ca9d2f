import type { DrawnRoutes, PassRoute } from '@tongyun/contracts';
import { toWgs84Path } from '@tongyun/geo';
import { type Clock, CLOCK, DomainError, type ZoneId } from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { findRoadsOutside } from './rules/pass-route.js';
import { ZoneQueries } from './zone-queries.service.js';

/** Takes the roads that a pass is to prescribe from how they were drawn. */
@Injectable()
export class LayPassRoutesService {
  constructor(
    private readonly zones: ZoneQueries,
    private readonly policies: PolicyQueries,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Moves them to WGS-84, once, and gives them the width that policy has where they say none.
   *
   * The width stands on the pass from then on, so that whoever judges needs no policy for it. Zones
   * that are not in force yet cannot tell whether a road leads through them.
   */
  async lay(
    tx: EntityManager,
    drawn: DrawnRoutes | undefined,
    zoneIds: readonly ZoneId[],
  ): Promise<PassRoute[]> {
    if (drawn === undefined) return [];
    const now = this.clock.now();
    const usual = await this.policies.valueAt('passes.route_half_width_m', now, [], tx);
    const roads = drawn.roads.map(({ name, path, halfWidthM = usual.value }) => ({
      name,
      path: toWgs84Path(path, drawn.crs),
      halfWidthM,
    }));
    const { zones } = await this.zones.inForce(now, tx);
    const named = zones.filter(({ fact }) => zoneIds.includes(fact.zoneId as ZoneId));
    const outside =
      named.length < new Set(zoneIds).size
        ? []
        : findRoadsOutside(
            roads,
            named.map(({ area }) => area),
          );
    if (outside.length === 0) return roads;
    throw new DomainError('PASS_ROUTE_OUTSIDE_ZONES', 'A road leads through none of the zones', {
      roads: outside,
      zoneIds,
    });
  }
}
