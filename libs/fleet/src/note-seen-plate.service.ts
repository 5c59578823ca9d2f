import type { PlateColor } from '@tongyun/contracts';
import { SYSTEM_SCOPE } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { VehicleEntity } from './data/vehicle.entity.js';
import { VehicleRepository } from './data/vehicle.repository.js';
import { ProvisionalIdentities } from './provisional-identities.js';
import { normalisePlate } from './rules/plate.js';

/** Gives a plate that was seen on the road, and that nobody has entered, an identity. */
@Injectable()
export class NoteSeenPlateService {
  constructor(
    private readonly vehicles: VehicleRepository,
    private readonly identities: ProvisionalIdentities,
  ) {}

  /**
   * The vehicle that the plate was noted as before, else a new one; whoever enters the plate later
   * takes it over.
   *
   * @param plateNo as seen; it is normalised here
   */
  async note(
    tx: EntityManager,
    plateNo: string,
    plateColor: PlateColor | null,
  ): Promise<VehicleEntity> {
    const plate = normalisePlate(plateNo);
    // Two reports of one plate at once note it once.
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`plate ${plate}`]);
    const known = await this.vehicles.findByPlate(tx, SYSTEM_SCOPE, plate, plateColor);
    return known[0] ?? this.identities.openVehicle(tx, plate, plateColor);
  }
}
