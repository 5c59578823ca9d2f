import {
  composeVehicleFact,
  RegistrationQueries,
  type RegistrationSuspension,
} from '@tongyun/compliance';
import type { PlateColor, RecentViolationKind } from '@tongyun/contracts';
import { ConcreteLives, isLoadedAt, judgeConcreteLife } from '@tongyun/deliveries';
import { type Enterprise, judgeRange } from '@tongyun/fleet';
import { wgs84, type Wgs84 } from '@tongyun/geo';
import { type EnterpriseId, maskName, type VehicleId } from '@tongyun/kernel';
import type { DriverFact, PassFact, VehicleFact, WorkFact } from '@tongyun/permission';
import { GatheredCalls, type OwnConnection, UnitOfWork } from '@tongyun/platform';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { DossierRow, TripRow } from './data/dossier-rows.js';
import { type DossierQuestion, RoadsideDossiers } from './data/roadside-dossiers.js';

/** A trip as the roadside sees it. */
export interface RoadsideTrip {
  readonly orderNo: string;
  readonly plantName: string;
  readonly siteName: string;
  readonly stage: string;
  /** Whole minutes of the concrete's life left; null when nothing is in the drum. */
  readonly concreteLeftMin: number | null;
  /** Its site against the range that its plant may supply; null: no range is on record. */
  readonly supplyRange: {
    readonly isInside: boolean;
    readonly distanceM: number;
    readonly limitM: number | null;
  } | null;
}

/** What it did within the last days, ended or not. */
export interface RecentViolations {
  readonly count: number;
  /** The newest few, newest first. */
  readonly newest: readonly {
    readonly kind: RecentViolationKind;
    readonly at: Date;
    readonly endedAt: Date | null;
  }[];
}

/** All that is known of one vehicle which the plate stands for. */
export interface RoadsideSubject {
  readonly vehicleId: VehicleId;
  readonly plateColor: PlateColor | null;
  readonly fact: VehicleFact;
  /** Since when its registration is suspended, by whom and why; null: it is not. */
  readonly suspension: RegistrationSuspension | null;
  /** Who answers for it: its owner, or who uses a haulage firm's by an agreement in force. */
  readonly enterpriseName: string | null;
  readonly creditGrade: Enterprise['creditGrade'];
  readonly isEnterpriseBarred: boolean;
  /** The haulage or pump firm that owns it, in words; null: none is stated. */
  readonly ownerName: string | null;
  readonly passes: readonly PassFact[];
  /** Who is on duty on it then, the name masked: reasons repeat it. */
  readonly driver: DriverFact | null;
  readonly trip: RoadsideTrip | null;
  readonly work: WorkFact | null;
  readonly openAlerts: number;
  readonly violations: RecentViolations;
  /** Where it was last seen, however long ago; null: never. */
  readonly lastSeen: { readonly position: Wgs84; readonly fixAt: Date } | null;
}

/** Gathers what an officer is told of the vehicles with a plate. */
@Injectable()
export class RoadsideSubjects implements OnApplicationBootstrap {
  private readonly connection: OwnConnection;
  /** Questions of about the same time take one way to the database. */
  private readonly asked = new GatheredCalls<DossierQuestion, DossierRow[]>(
    (questions) => this.dossiers.find(this.connection.manager, questions),
    { mostAtOnce: 100, apartMs: 4 },
  );

  constructor(
    private readonly dossiers: RoadsideDossiers,
    private readonly registrations: RegistrationQueries,
    private readonly lives: ConcreteLives,
    private readonly unitOfWork: UnitOfWork,
  ) {
    this.connection = unitOfWork.ownConnection();
  }

  /** The first officer does not wait until the database has planned how it finds what he asks. */
  async onApplicationBootstrap(): Promise<void> {
    await this.dossiers.find(this.connection.manager, []);
  }

  /** Entered vehicles first; more than one when colours differ and none was stated. */
  async find(question: DossierQuestion): Promise<RoadsideSubject[]> {
    return this.composeAll(await this.asked.call(question), question.at);
  }

  /** Those of each question, in its order: many that come together do not hold up those that come alone. */
  async findAll(questions: readonly DossierQuestion[]): Promise<RoadsideSubject[][]> {
    const dossiers = await this.dossiers.find(this.unitOfWork.reads, questions);
    return Promise.all(dossiers.map((rows, nth) => this.composeAll(rows, questions[nth]!.at)));
  }

  private composeAll(dossiers: readonly DossierRow[], at: Date): Promise<RoadsideSubject[]> {
    return Promise.all(dossiers.map((dossier) => this.compose(dossier, at)));
  }

  private async compose(row: DossierRow, at: Date): Promise<RoadsideSubject> {
    const { vehicle, trip, last_position: seen } = row;
    const enterprise = row.owner ?? row.user;
    const passes = row.passes.map(toPassFact);
    const work = trip && toWorkFact(trip, at);
    return {
      vehicleId: vehicle.id as VehicleId,
      plateColor: vehicle.plate_color,
      fact: toVehicleFact(row, passes),
      suspension:
        row.registration_state === 'suspended'
          ? await this.registrations.suspensionOf(vehicle.id as VehicleId, at)
          : null,
      enterpriseName: enterprise?.name ?? null,
      creditGrade: enterprise?.credit_grade ?? null,
      isEnterpriseBarred: enterprise?.is_barred ?? false,
      ownerName: vehicle.owner_name,
      passes,
      driver: row.driver && toDriverFact(row.driver),
      trip: trip && {
        orderNo: trip.order_no,
        plantName: trip.plant_name,
        siteName: trip.site_name,
        stage: trip.stage,
        concreteLeftMin: await this.concreteLeftMin(trip, at),
        supplyRange: work?.range ?? null,
      },
      work,
      openAlerts: row.open_alerts,
      violations: toViolations(row.violations),
      lastSeen: seen && { position: wgs84(seen.lng, seen.lat), fixAt: new Date(seen.fix_at) },
    };
  }

  private async concreteLeftMin(trip: TripRow, at: Date): Promise<number | null> {
    const batchedAt = instantOf(trip.batched_at);
    if (batchedAt === null || batchedAt > at) return null;
    const unloadEndAt = instantOf(trip.unload_end_at);
    if (unloadEndAt !== null && unloadEndAt <= at) return null;
    const load = {
      grade: trip.grade,
      enterpriseId: trip.enterprise_id as EnterpriseId,
      retarderMin: trip.retarder_min,
    };
    const limits = await this.lives.limitsOf(load, batchedAt);
    const life = judgeConcreteLife({ batchedAt, unloadEndAt: null }, limits, at);
    return life.state === 'not_batched' ? null : Math.floor(life.remainingMin);
  }
}

const instantOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

const toViolations = ({ count, newest }: DossierRow['violations']): RecentViolations => ({
  count,
  newest: newest.map(({ kind, at, ended_at: endedAt }) => ({
    kind,
    at: new Date(at),
    endedAt: instantOf(endedAt),
  })),
});

const toPassFact = (pass: DossierRow['passes'][number]): PassFact => ({
  passNo: pass.pass_no,
  zoneIds: pass.zone_ids,
  hours: pass.hours,
  validFrom: new Date(pass.valid_from),
  validTo: new Date(pass.valid_to),
  state: pass.state,
  leaveBy: instantOf(pass.leave_by),
  toleratedTo: instantOf(pass.tolerated_to),
  routes: pass.routes,
});

const toVehicleFact = (
  { vehicle, registration_state: registrationState, uses }: DossierRow,
  passes: readonly PassFact[],
): VehicleFact =>
  composeVehicleFact(
    {
      id: vehicle.id,
      kind: vehicle.kind,
      plateNo: vehicle.plate_no,
      plateColor: vehicle.plate_color,
      isProvisional: vehicle.is_provisional,
      ownerEnterpriseId: vehicle.owner_enterprise_id,
      emissionClass: vehicle.emission_class,
      drumCapacityM3: vehicle.drum_capacity_m3,
      boomLengthM: vehicle.boom_length_m,
      // Of a pour, which nobody asks about on the road.
      lineLengthM: null,
    },
    {
      registrationState,
      passes,
      uses: uses.map((use) => ({
        enterpriseId: use.enterprise_id,
        kind: use.kind,
        validFrom: new Date(use.valid_from),
        validTo: instantOf(use.valid_to),
      })),
    },
  );

const toDriverFact = ({ id, name, trainings }: NonNullable<DossierRow['driver']>): DriverFact => ({
  driverId: id,
  name: maskName(name),
  trainings: trainings.map((training) => ({
    kind: training.kind,
    hasPassed: training.has_passed,
    passedOn: training.passed_on,
    expiresOn: training.expires_on,
  })),
  isOnDuty: true,
});

const toWorkFact = (trip: TripRow, at: Date): WorkFact => ({
  enterpriseId: trip.enterprise_id,
  isEnterpriseBarred: trip.is_enterprise_barred,
  loadM3: trip.batched_m3 ?? trip.planned_m3,
  isLoaded: isLoadedAt(
    {
      leftPlantAt: instantOf(trip.left_plant_at),
      arrivedAt: instantOf(trip.arrived_at),
      unloadStartAt: instantOf(trip.unload_start_at),
      unloadEndAt: instantOf(trip.unload_end_at),
      endedAt: instantOf(trip.ended_at),
    },
    at,
  ),
  range: trip.range && {
    plantName: trip.plant_name,
    ...judgeRange(
      wgs84(trip.plant_lng, trip.plant_lat),
      { radiusM: trip.range.radius_m, area: trip.range.area },
      wgs84(trip.site_lng, trip.site_lat),
    ),
  },
  neededReachM: null,
});
