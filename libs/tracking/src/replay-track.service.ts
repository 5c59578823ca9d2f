import type { ReplayView, TrackQuery } from '@tongyun/contracts';
import type { AccessScope, VehicleId } from '@tongyun/kernel';
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { PolicyQueries } from '@tongyun/policy';
import { Inject, Injectable } from '@nestjs/common';
import { type ReplayAlertRow, ReplayRows, type ReplayTripRow } from './data/replay-rows.js';
import { type TrackPointRow, TrackPoints } from './data/track-points.repository.js';
import { NoteTrackAccessService } from './note-track-access.service.js';
import type { TimedPoint } from './rules/inputs.js';
import { findStops, type Stop } from './rules/replay/find-stops.js';
import { listStages } from './rules/replay/list-stages.js';
import { type Mileage, measureMileage } from './rules/replay/measure-mileage.js';

/** What a page can play smoothly; of more only every so manyth is shown. */
const MOST_POINTS = 10_000;
const M_PER_KM = 1_000;

/** Puts together what happened to a vehicle between two instants, for playing it again. */
@Injectable()
export class ReplayTrackService {
  constructor(
    private readonly access: NoteTrackAccessService,
    private readonly points: TrackPoints,
    private readonly rows: ReplayRows,
    private readonly policies: PolicyQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  async replay(scope: AccessScope, vehicleId: VehicleId, span: TrackQuery): Promise<ReplayView> {
    await this.access.note(scope, vehicleId, 'replay', span);
    const { reads } = this.unitOfWork;
    const points: TrackPointRow[] = [];
    for await (const page of this.points.pages(reads, scope, vehicleId, span)) {
      points.push(...page);
    }
    const trips = await this.rows.trips(reads, scope, vehicleId, span);
    const alerts = await this.rows.alerts(reads, scope, vehicleId, span);
    const places = points.map(toTimedPoint);
    const mileage = await this.measure(places, trips, span.to);
    const stopMin = await this.policies.valueAt('replay.stop_min', span.to);
    const onePointOf = Math.max(Math.ceil(points.length / MOST_POINTS), 1);
    return {
      vehicleId,
      from: span.from.toISOString(),
      to: span.to.toISOString(),
      points: points.filter((_, place) => place % onePointOf === 0).map(toPointView),
      onePointOf,
      stops: findStops(places, stopMin.value).map(toStopView),
      trips: trips.map((trip) => toTripView(trip, mileage)),
      alerts: alerts.map(toAlertView),
      mileage: {
        totalKm: mileage.totalM / M_PER_KM,
        overGapsKm: mileage.overGapsM / M_PER_KM,
        days: [...mileage.byDay].map(([operatingOn, m]) => ({ operatingOn, km: m / M_PER_KM })),
      },
    };
  }

  private async measure(
    places: readonly TimedPoint[],
    trips: readonly ReplayTripRow[],
    at: Date,
  ): Promise<Mileage> {
    const maxSpeedKph = await this.policies.valueAt('fix.max_speed_kph', at);
    const dayStartHour = await this.policies.valueAt('operating_day.start_hour', at);
    const spans = trips.map(({ id, started_at, ended_at }) => ({
      tripId: id,
      fromMs: started_at.getTime(),
      toMs: ended_at?.getTime() ?? null,
    }));
    return measureMileage(places, spans, {
      maxSpeedKph: maxSpeedKph.value,
      dayStartHour: dayStartHour.value,
      timeZone: this.timeZone,
    });
  }
}

const toTimedPoint = ({ at, lng, lat }: TrackPointRow): TimedPoint => ({
  atMs: at.getTime(),
  lng,
  lat,
});

const toPointView = ({ at, lng, lat, speed_kph, heading_deg, source }: TrackPointRow) => ({
  at: at.toISOString(),
  lng,
  lat,
  speedKph: speed_kph,
  headingDeg: heading_deg,
  source,
});

const toStopView = ({ fromMs, toMs, lng, lat }: Stop) => ({
  from: new Date(fromMs).toISOString(),
  to: new Date(toMs).toISOString(),
  position: { lng, lat },
});

const toTripView = (trip: ReplayTripRow, { byTrip }: Mileage) => ({
  tripId: trip.id,
  orderNo: trip.order_no,
  siteName: trip.site_name,
  driverName: trip.driver_name,
  from: trip.started_at.toISOString(),
  to: trip.ended_at?.toISOString() ?? null,
  stages: listStages(trip.stage_evidence),
  mileageKm: (byTrip.get(trip.id) ?? 0) / M_PER_KM,
});

const toAlertView = ({
  id,
  code,
  level,
  state,
  started_at,
  ended_at,
  lng,
  lat,
}: ReplayAlertRow) => ({
  id,
  code,
  level,
  state,
  from: started_at.toISOString(),
  to: ended_at?.toISOString() ?? null,
  position: { lng, lat },
});
