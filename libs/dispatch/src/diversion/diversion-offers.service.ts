import { ZoneQueries } from '@tongyun/compliance';
import { DiversionQueries, judgeOverride, openM3Of, type OpenLoadRow } from '@tongyun/deliveries';
import { estimateSiteStay } from '@tongyun/deliveries';
import type { Plant } from '@tongyun/fleet';
import { distanceM, wgs84, type Wgs84 } from '@tongyun/geo';
import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  DomainError,
  groupBy,
  minutesBetween,
  type TripId,
} from '@tongyun/kernel';
import { judge, type Reason } from '@tongyun/permission';
import { TIME_ZONE } from '@tongyun/platform';
import { TRAVEL_TIMES, type TravelTime, type TravelTimes } from '@tongyun/routing';
import { Inject, Injectable } from '@nestjs/common';
import { DayWaysQueries, type WayZones } from '../day/day-ways.service.js';
import { type DiversionGround, DiversionGrounds } from './diversion-grounds.service.js';
import { chooseLoad } from './rules/choose-load.js';
import { compareGrades } from './rules/compare-grades.js';
import { type AgeFigures, computeAge, type FitReason, judgeFit } from './rules/judge-fit.js';
import { computeOfferCost, type OfferCostParts, rankOffers } from './rules/rank-offers.js';
import { estimateZoneStays } from './rules/zone-stays.js';

export interface OfferFigures extends AgeFigures {
  readonly carriedM3: number;
  readonly openM3: number | null;
  readonly loadM3: number | null;
  readonly distanceM: number;
  readonly travelMin: number;
  readonly waitMin: number;
  readonly lifeMin: number;
  readonly rangeDistanceM: number | null;
  readonly rangeLimitM: number | null;
  readonly lateMin: number | null;
}

/** Where concrete could go, with what speaks for and against it. */
export interface DiversionOffer {
  readonly kind: 'order' | 'place' | 'plant';
  readonly load: OpenLoadRow | null;
  readonly plant: Plant | null;
  readonly isSameSite: boolean;
  readonly arrivesAt: Date;
  readonly endsAt: Date;
  readonly travel: TravelTime;
  readonly figures: OfferFigures;
  readonly against: readonly FitReason[];
  readonly reasons: readonly Reason[];
  readonly mayDivert: boolean;
  readonly mayOverride: boolean;
  readonly cost: number;
  readonly costParts: OfferCostParts;
}

export interface TripOffers {
  readonly ground: DiversionGround;
  readonly carriedM3: number;
  readonly judgedAt: Date;
  readonly offers: readonly DiversionOffer[];
}

/** A place that concrete could go to, before it is judged. */
interface Goal {
  readonly kind: DiversionOffer['kind'];
  readonly position: Wgs84;
  readonly loads: readonly OpenLoadRow[];
  readonly plant: Plant | null;
  readonly isSameSite: boolean;
}

/** How long it is to a goal, and through which zones. */
interface Way {
  readonly travel: TravelTime;
  readonly crossed: WayZones['crossings'];
}

/** An enterprise has a few dozen pours a day; the nearest are the ones that concrete lives for. */
const MOST_ORDERS = 40;
const SMALLEST_M3 = 0.005;

/** Where concrete that is on the road could go, best first, each with its reasons and figures. */
@Injectable()
export class DiversionOffers {
  constructor(
    private readonly grounds: DiversionGrounds,
    private readonly diversions: DiversionQueries,
    private readonly zones: ZoneQueries,
    private readonly ways: DayWaysQueries,
    @Inject(TRAVEL_TIMES) private readonly travelTimes: TravelTimes,
    @Inject(TIME_ZONE) private readonly timeZone: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Asks the road, so never call it inside a transaction.
   *
   * @param takenM3 what the site has taken of the load before it goes on
   */
  async forTrip(scope: AccessScope, tripId: TripId, takenM3: number): Promise<TripOffers> {
    const now = this.clock.now();
    const ground = await this.grounds.of(scope, tripId, now);
    const carriedM3 = ground.carried.carriedM3 - takenM3;
    if (carriedM3 < SMALLEST_M3) {
      throw new DomainError('DIVERSION_VOLUME_WRONG', 'The site cannot have taken all of it', {
        carriedM3: ground.carried.carriedM3,
        takenM3,
      });
    }
    const goals = await this.goalsOf(scope, ground, now);
    const travels = await this.travelTimes.matrix(
      [ground.position],
      goals.map(({ position }) => position),
      now,
    );
    const crossed = await this.ways.fromPlace(
      ground.position,
      goals.map(({ position }) => position),
      now,
    );
    const offers: DiversionOffer[] = [];
    for (const [index, goal] of goals.entries()) {
      const way = { travel: travels[0]![index]!, crossed: crossed[index]! };
      offers.push(await this.judgeGoal(scope, ground, goal, way, carriedM3, now));
    }
    return { ground, carriedM3, judgedAt: now, offers: rankOffers(offers) };
  }

  private async goalsOf(scope: AccessScope, ground: DiversionGround, now: Date): Promise<Goal[]> {
    const open = await this.diversions.openLoads(scope, ground.carried, now);
    const orders = [...groupBy(open, ({ orderId }) => orderId).values()].map((loads): Goal => {
      const [{ siteId, siteLng, siteLat }] = loads as [OpenLoadRow];
      const position = wgs84(siteLng, siteLat);
      return { kind: 'order', position, loads, plant: null, isSameSite: siteId === ground.site.id };
    });
    const near = orders.toSorted(
      (one, other) =>
        distanceM(ground.position, one.position) - distanceM(ground.position, other.position),
    );
    const plants = ground.plants.map((plant): Goal => {
      const { position } = plant;
      return { kind: 'plant', position, loads: [], plant, isSameSite: false };
    });
    return [...near.slice(0, MOST_ORDERS), ...this.placeAtSite(ground), ...plants];
  }

  /** A load that its site refused is not wanted anywhere else there. */
  private placeAtSite({ carried: { trip }, site }: DiversionGround): Goal[] {
    if (trip.endedAt !== null || trip.stage === 'diverted') return [];
    const { position } = site;
    return [{ kind: 'place', position, loads: [], plant: null, isSameSite: true }];
  }

  private async judgeGoal(
    scope: AccessScope,
    ground: DiversionGround,
    goal: Goal,
    { travel, crossed }: Way,
    carriedM3: number,
    now: Date,
  ): Promise<DiversionOffer> {
    const { carried, slumpToleranceMm } = ground;
    const { times, life, grade, slumpMm, trip } = carried;
    const isHere = goal.isSameSite && trip.arrivedAt !== null;
    const travelMin = isHere ? 0 : Math.ceil(travel.durationMin);
    const arrivesAt = addMinutes(now, travelMin);
    const load = goal.loads.length > 0 ? chooseLoad(goal.loads, arrivesAt) : null;
    const openM3 = load && openM3Of(goal.loads);
    const lifeMin = life.dischargeWithinMin;
    const drum = { grade, slumpMm, carriedM3, batchedAt: trip.batchedAt, lifeMin };
    const ordered = load ?? { grade, slumpMm };
    const waitMin = (load?.queuedM3 ?? 0) * times.dischargeMinPerM3;
    const place = {
      order: goal.kind === 'plant' ? null : { ...ordered, openM3: openM3 ?? carriedM3 },
      travelMin,
      waitMin,
      setupMin: times.setupMin,
      dischargeMinPerM3: times.dischargeMinPerM3,
    };
    const age = computeAge(drum, place, now);
    const onSiteMin = goal.kind === 'plant' ? 0 : waitMin + times.setupMin + age.dischargeMin;
    const endsAt = addMinutes(arrivesAt, Math.ceil(onSiteMin));
    const against = judgeFit(drum, place, slumpToleranceMm, now);
    const reasons = await this.judgePermission(ground, goal, {
      crossed: isHere ? [] : crossed,
      arrivesAt,
      endsAt,
      carriedM3,
      now,
    });
    const range = goal.kind === 'plant' ? null : ground.rangeOf(goal.position);
    const lateMin = load && minutesBetween(load.dueAt, arrivesAt);
    const better = compareGrades(grade, ordered.grade);
    const { cost, parts } = computeOfferCost({
      kind: goal.kind,
      travelMin,
      waitMin,
      offTimeMin: Math.abs(lateMin ?? 0),
      betterByMpa: better.is === 'better' ? better.byMpa : 0,
      offVolumeM3: load ? Math.abs(load.plannedM3 - carriedM3) : 0,
      carriedM3,
      isDisplacing: load !== null && load.vehicleId !== null,
    });
    const isAllowed = (overrideReason: string | null) =>
      against.length === 0 &&
      judgeOverride(reasons, { roles: scope.roles, overrideReason }, ground.isHardPermission).ok;
    return {
      kind: goal.kind,
      load,
      plant: goal.plant,
      isSameSite: goal.isSameSite,
      arrivesAt,
      endsAt,
      travel,
      figures: {
        ...age,
        carriedM3,
        openM3,
        loadM3: load?.plannedM3 ?? null,
        distanceM: Math.round(distanceM(ground.position, goal.position)),
        travelMin,
        waitMin,
        lifeMin,
        rangeDistanceM: range && Math.round(range.distanceM),
        rangeLimitM: range && range.limitM,
        lateMin,
      },
      against,
      reasons,
      mayDivert: isAllowed(null),
      mayOverride: isAllowed('asked for'),
      cost,
      costParts: parts,
    };
  }

  /** Over the whole time from now to leaving the goal, in the zones here, on the way and there. */
  private async judgePermission(
    ground: DiversionGround,
    goal: Goal,
    {
      crossed,
      arrivesAt,
      endsAt,
      carriedM3,
      now,
    }: Pick<DiversionOffer, 'arrivesAt' | 'endsAt'> & {
      readonly crossed: Way['crossed'];
      readonly carriedM3: number;
      readonly now: Date;
    },
  ): Promise<Reason[]> {
    const { vehicle, driver, carried, batchedAt } = ground;
    if (vehicle === null) return [];
    const window = { startsAt: now, arrivesAt, endsAt, returnsAt: endsAt, lateMin: 0 };
    const stay = estimateSiteStay(window);
    const there = (await this.zones.zonesAt(goal.position, now)).map(({ fact }) => fact);
    const range = goal.kind === 'plant' ? null : ground.rangeOf(goal.position);
    const facts = {
      vehicle,
      driver,
      work: {
        enterpriseId: carried.trip.enterpriseId,
        isEnterpriseBarred: ground.isEnterpriseBarred,
        loadM3: carriedM3,
        isLoaded: true,
        range: range && { ...range, plantName: batchedAt.name },
        neededReachM: null,
      },
      zones: estimateZoneStays(ground.zonesHere, there, crossed, stay, { now, arrivesAt }),
      timeZone: this.timeZone,
      calendar: ground.calendar,
      policyVersion: ground.policyVersion,
    };
    return judge(facts, { from: now, to: stay.to });
  }
}
