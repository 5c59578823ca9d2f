import { randomBytes } from 'node:crypto';
import type { PlateColor } from '@tongyun/contracts';
import { type Clock, CLOCK, newId, type TerminalId, type VehicleId } from '@tongyun/kernel';
import { Outbox } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TerminalEntity } from './data/terminal.entity.js';
import { TerminalRepository } from './data/terminal.repository.js';
import type { VehicleEntity } from './data/vehicle.entity.js';
import { VehicleRepository } from './data/vehicle.repository.js';
import type { FleetEvents } from './fleet.events.js';

const AUTH_CODE_BYTES = 12;
/** Stands for the code of a terminal that has neither registered nor shown one. */
export const NO_CODE_YET = '';
export const newAuthCode = (): string => randomBytes(AUTH_CODE_BYTES).toString('hex');

/** Identities for what nobody entered: unknown vehicles are stored and judged, not turned away. */
@Injectable()
export class ProvisionalIdentities {
  constructor(
    private readonly terminals: TerminalRepository,
    private readonly vehicles: VehicleRepository,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The terminal with this phone, locked; entered as provisional, on no vehicle, if unknown. */
  async openTerminal(
    tx: EntityManager,
    phone: string,
    authCode: string = newAuthCode(),
  ): Promise<{ terminal: TerminalEntity; isNew: boolean }> {
    const known = await this.terminals.lockByPhone(tx, phone);
    if (known) return { terminal: known, isNew: false };
    const now = this.clock.now();
    const isNew = await this.terminals.insertUnknown(tx, {
      id: newId<TerminalId>(),
      phone,
      terminalNo: null,
      manufacturer: null,
      model: null,
      claimedTerminalNo: null,
      claimedManufacturer: null,
      protocolVersion: null,
      plateSent: null,
      plateColorSent: null,
      vehicleId: null,
      authCode,
      state: 'provisional',
      isDrumInverted: false,
      lastFrame: null,
      lastFrameAt: null,
      refusalCode: null,
      rawLogUntil: null,
      firstSeenAt: now,
      lastSeenAt: now,
      version: 1,
    });
    const terminal = await this.terminals.lockByPhone(tx, phone);
    if (!terminal) throw new Error(`terminal ${phone} vanished between insert and read`);
    return { terminal, isNew };
  }

  /** A vehicle of which only a terminal has told; its kind is a guess until somebody enters it. */
  async openVehicle(
    tx: EntityManager,
    plateNo: string | null,
    plateColor: PlateColor | null,
  ): Promise<VehicleEntity> {
    const vehicle: VehicleEntity = {
      id: newId<VehicleId>(),
      kind: 'mixer',
      plateNo,
      plateColor: plateNo === null ? null : plateColor,
      equipmentNo: null,
      fleetNo: null,
      ownerName: null,
      ownerEnterpriseId: null,
      isProvisional: true,
      drumCapacityM3: null,
      boomLengthM: null,
      lineLengthM: null,
      emissionClass: null,
      tareKg: null,
      createdAt: this.clock.now(),
      version: 1,
    };
    await this.vehicles.insert(tx, vehicle);
    await this.tell(tx, vehicle);
    return vehicle;
  }

  /** Gives a nameless provisional vehicle the plate that its terminal has now stated. */
  async nameVehicle(
    tx: EntityManager,
    vehicle: VehicleEntity,
    plateNo: string,
    plateColor: PlateColor | null,
  ): Promise<void> {
    await this.vehicles.save(tx, Object.assign(vehicle, { plateNo, plateColor }));
    await this.tell(tx, vehicle);
  }

  private async tell(tx: EntityManager, { id }: VehicleEntity): Promise<void> {
    await this.outbox.publish<FleetEvents>(tx, {
      name: 'fleet.vehicle_changed',
      orderingKey: id,
      payload: { vehicleId: id },
    });
  }
}
