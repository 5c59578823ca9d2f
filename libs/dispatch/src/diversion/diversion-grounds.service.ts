import { FactsQueries, ZoneQueries } from '@tongyun/compliance';
import { type CarriedConcrete, DiversionQueries, SiteQueries } from '@tongyun/deliveries';
import { EnterpriseQueries, judgeRange, type Plant, PlantQueries } from '@tongyun/fleet';
import { wgs84, type Wgs84 } from '@tongyun/geo';
import { type AccessScope, type TripId, SYSTEM_SCOPE } from '@tongyun/kernel';
import type { DayCalendar, DriverFact, VehicleFact, ZoneFact } from '@tongyun/permission';
import { PolicyQueries } from '@tongyun/policy';
import { LiveVehicles } from '@tongyun/tracking';
import { Injectable } from '@nestjs/common';

export type PositionSource = 'fix' | 'site' | 'plant';

/** What is the same for wherever a truck with concrete could go. */
export interface DiversionGround {
  readonly carried: CarriedConcrete;
  readonly position: Wgs84;
  readonly positionSource: PositionSource;
  /** Where the truck is expected or stands. */
  readonly site: { readonly id: string; readonly name: string; readonly position: Wgs84 };
  /** The plant that batched it: its range is the one that counts. */
  readonly batchedAt: Plant;
  readonly plants: readonly Plant[];
  readonly vehicle: VehicleFact | null;
  readonly driver: DriverFact | null;
  readonly isEnterpriseBarred: boolean;
  readonly isHardPermission: boolean;
  readonly calendar: DayCalendar;
  readonly policyVersion: string;
  readonly slumpToleranceMm: number;
  readonly zonesHere: readonly ZoneFact[];
  /** A place against the range of the batching plant; null when none is set. */
  rangeOf(place: Wgs84): ReturnType<typeof judgeRange> | null;
}

/** Gathers what is known of concrete on the road before anybody says where else it could go. */
@Injectable()
export class DiversionGrounds {
  constructor(
    private readonly diversions: DiversionQueries,
    private readonly sites: SiteQueries,
    private readonly plants: PlantQueries,
    private readonly enterprises: EnterpriseQueries,
    private readonly facts: FactsQueries,
    private readonly zones: ZoneQueries,
    private readonly policies: PolicyQueries,
    private readonly liveVehicles: LiveVehicles,
  ) {}

  async of(scope: AccessScope, tripId: TripId, now: Date): Promise<DiversionGround> {
    const carried = await this.diversions.carriedBy(scope, tripId, now);
    const { trip } = carried;
    const site = await this.sites.get(scope, trip.siteId);
    const plants = await this.plants.ofEnterprise(scope, trip.enterpriseId);
    const batchedAt = await this.plants.get(SYSTEM_SCOPE, trip.batchedPlantId ?? trip.plantId);
    const range = await this.plants.rangeAt(batchedAt.id, now);
    const enterprise = await this.enterprises.get(scope, trip.enterpriseId);
    const scopes = [`enterprise:${trip.enterpriseId}`];
    const hard = await this.policies.valueAt('assignment.hard_permission', now, scopes);
    const tolerance = await this.policies.valueAt('diversion.slump_tolerance_mm', now, scopes);
    const [vehicle] = await this.facts.vehicleFacts(scope, [trip.vehicleId]);
    const [driver] = await this.facts.driverFacts(scope, [trip.driverId]);
    const place = await this.placeOf(carried, site.position, batchedAt.position);
    const zones = await this.zones.zonesAt(place.position, now);
    return {
      ...place,
      carried,
      site: { id: site.id, name: site.name, position: site.position },
      batchedAt,
      plants,
      vehicle: vehicle ?? null,
      driver: driver ?? null,
      isEnterpriseBarred: enterprise.isBarred,
      isHardPermission: hard.value,
      calendar: (await this.policies.valueAt('calendar.days', now)).value,
      policyVersion: hard.version,
      slumpToleranceMm: tolerance.value,
      zonesHere: zones.map(({ fact }) => fact),
      rangeOf: (to) => range && judgeRange(batchedAt.position, range, to),
    };
  }

  /** By its last fix; without one where its stage says that it stands, or that it came from. */
  private async placeOf(
    { trip }: CarriedConcrete,
    site: Wgs84,
    plant: Wgs84,
  ): Promise<Pick<DiversionGround, 'position' | 'positionSource'>> {
    const [live] = await this.liveVehicles.viewsOf([trip.vehicleId]);
    if (live?.position && live.isOnline) {
      const { lng, lat } = live.position;
      return { position: wgs84(lng, lat), positionSource: 'fix' };
    }
    return trip.arrivedAt === null
      ? { position: plant, positionSource: 'plant' }
      : { position: site, positionSource: 'site' };
  }
}
