import type { ClockInRequest } from '@tongyun/contracts';
import { type Driver, DriverQueries, type Vehicle, VehicleQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type DriverId,
  type DutyId,
  SYSTEM_SCOPE,
  type VehicleId,
} from '@tongyun/kernel';
import { forbids, type Reason } from '@tongyun/permission';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeAnnouncer } from './change-announcer.service.js';
import { isLostRace } from './data/database-errors.js';
import type { DutyEntity } from './data/duty.entity.js';
import { DutyRepository } from './data/duty.repository.js';
import { DutyPermission } from './duty-permission.service.js';
import { judgeDutyTime, OLDEST_CLOCK_IN_MIN } from './rules/duty-time.js';
import { TripQueries } from './trip-queries.service.js';

/** A phone may ask twice at once, and two drivers may take one vehicle; the loser looks again. */
const ATTEMPTS = 3;

type NamedVehicle = Pick<ClockInRequest, 'plateNo' | 'plateColor' | 'equipmentNo'>;

/** Puts a driver on duty on a vehicle, if both may work. */
@Injectable()
export class ClockInService {
  constructor(
    private readonly duties: DutyRepository,
    private readonly drivers: DriverQueries,
    private readonly vehicles: VehicleQueries,
    private readonly permission: DutyPermission,
    private readonly trips: TripQueries,
    private readonly announcer: ChangeAnnouncer,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The same id is taken once: a repeat gets the duty that the first made. */
  async clockIn(
    scope: AccessScope,
    driverId: DriverId,
    { id, at, ...named }: ClockInRequest,
  ): Promise<DutyEntity> {
    const driver = await this.drivers.get(scope, driverId);
    const before = await this.duties.find(this.unitOfWork.reads, id as DutyId);
    if (before) return assertSame(before, driverId);

    // Any vehicle may be asked about: one of another enterprise is refused with its reason.
    const vehicle = await this.findNamed(named);
    const now = this.clock.now();
    assertTimely(at, now);
    const clockInAt = at > now ? now : at;
    const reasons = await this.permission.judge(driver, vehicle.id, clockInAt, now);
    if (forbids(reasons, 'forbids_road') || forbids(reasons, 'forbids_work')) {
      await this.tellOfRefusal(driver, vehicle, reasons, now);
      throw new DomainError('DUTY_NOT_PERMITTED', 'Driver or vehicle may not work', { reasons });
    }
    const duty: DutyEntity = {
      id: id as DutyId,
      enterpriseId: driver.enterpriseId,
      driverId,
      vehicleId: vehicle.id,
      state: 'checked_in',
      clockInAt,
      clockOutAt: null,
      version: 1,
    };
    return this.beginOnce(duty);
  }

  /** Whoever has planned on him has to know that he does not come. */
  private tellOfRefusal(
    { id: driverId, enterpriseId }: Driver,
    { id: vehicleId }: Vehicle,
    reasons: readonly Reason[],
    now: Date,
  ): Promise<void> {
    const codes = reasons.filter(({ effect }) => effect !== 'notice').map(({ code }) => code);
    const payload = { driverId, vehicleId, enterpriseId, codes, at: now.toISOString() };
    return this.unitOfWork.run((tx) => this.announcer.refusedDuty(tx, payload));
  }

  private async findNamed({ plateNo, plateColor, equipmentNo }: NamedVehicle): Promise<Vehicle> {
    const [vehicle] =
      equipmentNo === undefined
        ? await this.vehicles.findByPlate(SYSTEM_SCOPE, plateNo ?? '', plateColor ?? null)
        : await this.vehicles.findByEquipmentNo(SYSTEM_SCOPE, equipmentNo);
    if (vehicle) return vehicle;
    throw new DomainError('VEHICLE_NOT_FOUND', `No vehicle ${equipmentNo ?? plateNo}`, {
      plateNo,
      plateColor,
      equipmentNo,
    });
  }

  private async beginOnce(duty: DutyEntity): Promise<DutyEntity> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.unitOfWork.run((tx) => this.begin(tx, duty));
      } catch (error) {
        if (attempt === ATTEMPTS || !isLostRace(error)) throw error;
      }
    }
  }

  private async begin(tx: EntityManager, duty: DutyEntity): Promise<DutyEntity> {
    const before = await this.duties.find(tx, duty.id);
    if (before) return assertSame(before, duty.driverId);
    await this.drivers.holdEmployed(tx, duty.driverId);
    const own = await this.duties.openOfDriver(tx, duty.driverId);
    if (own) await this.end(tx, own, duty.clockInAt);
    const other = await this.duties.openOfVehicle(tx, duty.vehicleId);
    if (other) await this.takeOver(tx, other, duty);
    await this.duties.insert(tx, duty);
    await this.announcer.duty(tx, duty);
    return duty;
  }

  /**
   * Somebody forgot to clock out; but a vehicle on a trip is not taken from under its driver, and
   * no driver's duty is shortened after the fact by what another's phone says.
   */
  private async takeOver(tx: EntityManager, other: DutyEntity, duty: DutyEntity): Promise<void> {
    const [trip] = await this.trips.openOfDriver(other.driverId, tx);
    if (trip && trip.startedAt !== null && trip.vehicleId === duty.vehicleId) {
      throw new DomainError('VEHICLE_ON_TRIP', 'Another driver is on a trip with this vehicle', {
        vehicleId: duty.vehicleId as VehicleId,
        driverName: trip.driverName,
        orderNo: trip.orderNo,
      });
    }
    await this.end(tx, other, this.clock.now());
  }

  private async end(tx: EntityManager, duty: DutyEntity, at: Date): Promise<void> {
    const clockOutAt = at > duty.clockInAt ? at : duty.clockInAt;
    const ended = await this.duties.change(tx, duty, { state: 'off_duty', clockOutAt });
    await this.announcer.duty(tx, ended);
  }
}

function assertTimely(at: Date, now: Date): void {
  const verdict = judgeDutyTime(at, now);
  if (verdict === 'too_old') {
    throw new DomainError('DUTY_TIME_TOO_OLD', 'The tap is too old to begin a duty', {
      at,
      now,
      withinHours: OLDEST_CLOCK_IN_MIN / 60,
    });
  }
  if (verdict === 'in_future') {
    throw new DomainError('DUTY_TIME_IN_FUTURE', 'The duty would begin after now', { at, now });
  }
}

function assertSame(before: DutyEntity, driverId: DriverId): DutyEntity {
  if (before.driverId === driverId) return before;
  throw new DomainError('DUTY_ID_TAKEN', 'This id was used for another duty', { id: before.id });
}
