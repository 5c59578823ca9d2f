import type { VehicleId } from '@tongyun/kernel';
import type { VehicleFact } from '@tongyun/permission';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { JudgeInputEntity } from './judge-input.entity.js';
import type { TripChangedInput } from '../rules/inputs.js';
import { shardOf } from '../rules/shard.js';

/** Puts what happened elsewhere into the order in which a vehicle is judged. */
@Injectable()
export class JudgeInputs {
  /** The trip or pump job that the vehicle is on from now on, and who is on duty on it. */
  tripChanged(
    tx: EntityManager,
    vehicleId: VehicleId,
    at: Date,
    { trip, pump = null, duty }: Pick<TripChangedInput, 'trip' | 'pump' | 'duty'>,
  ): Promise<void> {
    return this.add(tx, vehicleId, 'trip_changed', at, { trip, pump, duty });
  }

  /** The facts are kept as they are from now on, for the late fixes to come. */
  vehicleChanged(tx: EntityManager, at: Date, facts: VehicleFact): Promise<void> {
    return this.add(tx, facts.vehicleId as VehicleId, 'facts_changed', at, { facts });
  }

  /** Nothing stands for the vehicle any more. */
  stoodDown(tx: EntityManager, vehicleId: VehicleId, at: Date): Promise<void> {
    return this.add(tx, vehicleId, 'stood_down', at, {});
  }

  /** Something changed that every vehicle is judged on. */
  async decisionsChanged(tx: EntityManager, at: Date): Promise<void> {
    const rows: { vehicle_id: VehicleId }[] = await tx.query(
      `SELECT vehicle_id FROM vehicle_track`,
    );
    const ids = rows.map(({ vehicle_id }) => vehicle_id);
    await tx.query(
      `INSERT INTO judge_input (shard, vehicle_id, kind, at, payload)
       SELECT shard, vehicle_id, 'facts_changed', $3, '{}'
       FROM unnest($1::smallint[], $2::uuid[]) AS known (shard, vehicle_id)`,
      [ids.map(shardOf), ids, at],
    );
  }

  private async add(
    tx: EntityManager,
    vehicleId: VehicleId,
    kind: JudgeInputEntity['kind'],
    at: Date,
    payload: object,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO judge_input (shard, vehicle_id, kind, at, payload) VALUES ($1, $2, $3, $4, $5)`,
      [shardOf(vehicleId), vehicleId, kind, at, JSON.stringify(payload)],
    );
  }
}
