import { AlertQueries } from '@tongyun/alerts';
import { PumpJobQueries } from '@tongyun/deliveries';
import type { VehicleId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { FactPumpNow, FactVehicle } from './rules/day-facts.js';
import { isLateAlarm, LATE_PUMP_CODES } from './rules/late-pumps.js';

/** What pumps are at by now, and whether they are late there. */
@Injectable()
export class PumpsNow {
  constructor(
    private readonly pumpJobs: PumpJobQueries,
    private readonly alerts: AlertQueries,
  ) {}

  /** @param vehicles of the day, whose pumps are asked for */
  async of(vehicles: readonly FactVehicle[]): Promise<FactPumpNow[]> {
    const ids = vehicles.filter(({ kind }) => kind !== 'mixer').map(({ id }) => id as VehicleId);
    if (ids.length === 0) return [];
    const jobs = await this.pumpJobs.openOfVehicles(ids);
    const alarms = (await this.alerts.goingOnOf(ids, LATE_PUMP_CODES)).filter(isLateAlarm);
    const lateOf = new Map(alarms.map(({ vehicleId, id }) => [vehicleId, id]));
    return jobs.map((job) => ({ ...job, lateAlertId: lateOf.get(job.vehicleId) ?? null }));
  }
}
