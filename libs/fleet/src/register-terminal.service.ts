import type { PlateColor } from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, SYSTEM_SCOPE } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { TerminalEntity } from './data/terminal.entity.js';
import { TerminalRepository } from './data/terminal.repository.js';
import type { VehicleEntity } from './data/vehicle.entity.js';
import { VehicleRepository } from './data/vehicle.repository.js';
import { newAuthCode, ProvisionalIdentities } from './provisional-identities.js';
import { isPlate, normalisePlate } from './rules/plate.js';
import { isTakenBlindly, judgeRegisteringDevice } from './rules/registering-device.js';
import { chooseVehicleForTerminal, type PlateHolder } from './rules/terminal-vehicle.js';
import { SetTerminalAside, TAKEN_BLINDLY } from './set-terminal-aside.js';
import { TerminalDecisions } from './terminal-decisions.js';

/** What a terminal says of itself when it registers (JT/T 808, 0x0100). */
export interface TerminalRegistration {
  readonly phone: string;
  readonly terminalNo: string | null;
  readonly manufacturer: string | null;
  readonly model: string | null;
  /** As sent; empty or null when it states none. */
  readonly plateNo: string | null;
  readonly plateColor: PlateColor | null;
  readonly protocolVersion: string;
  /** The frame itself, hexadecimal; left out when nothing was sent. */
  readonly lastFrame?: string | null;
}

export type RegistrationAnswer =
  | { readonly result: 'accepted'; readonly authCode: string; readonly terminal: TerminalEntity }
  /** `another`: another device than the one that has this number's code. */
  | { readonly result: 'blocked' | 'another' };

@Injectable()
export class RegisterTerminalService {
  constructor(
    private readonly terminals: TerminalRepository,
    private readonly vehicles: VehicleRepository,
    private readonly identities: ProvisionalIdentities,
    private readonly setTerminalAside: SetTerminalAside,
    private readonly decisions: TerminalDecisions,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Takes a terminal in, known or not, and sees to it that it stands for a vehicle. A repeat of the same
   * device keeps its authentication code, so a lost answer locks nobody out. Another one that states the
   * number of a known terminal is told no code until a person binds it; all that is kept is what it says
   * it is. One that says nothing of itself is taken off the vehicle that its number stands for until a
   * person has confirmed it.
   */
  register(scope: AccessScope, registration: TerminalRegistration): Promise<RegistrationAnswer> {
    return this.unitOfWork.run(async (tx) => {
      const { terminal } = await this.identities.openTerminal(tx, registration.phone);
      if (terminal.state === 'blocked') return { result: 'blocked' };
      const device = judgeRegisteringDevice(terminal, registration);
      if (device === 'another') {
        const { terminalNo: claimedTerminalNo, manufacturer: claimedManufacturer } = registration;
        const claimed = { claimedTerminalNo, claimedManufacturer };
        await this.terminals.save(tx, Object.assign(terminal, claimed));
        return { result: 'another' };
      }

      const isBlind = isTakenBlindly(terminal, registration);
      const now = this.clock.now();
      Object.assign(terminal, {
        terminalNo: registration.terminalNo,
        manufacturer: registration.manufacturer,
        model: registration.model,
        protocolVersion: registration.protocolVersion,
        plateSent: registration.plateNo,
        plateColorSent: registration.plateColor,
        authCode: device === 'same' ? terminal.authCode : newAuthCode(),
        lastFrame: registration.lastFrame ?? null,
        lastFrameAt: now,
        lastSeenAt: now,
      });
      if (isBlind) await this.setTerminalAside.setAside(tx, scope, terminal, TAKEN_BLINDLY);
      await this.settleVehicle(tx, scope, terminal, registration);
      const saved = await this.terminals.save(tx, terminal);
      await this.decisions.tell(tx, saved);
      return { result: 'accepted', authCode: saved.authCode, terminal: saved };
    });
  }

  private async settleVehicle(
    tx: EntityManager,
    scope: AccessScope,
    terminal: TerminalEntity,
    { plateNo: plateSent, plateColor }: TerminalRegistration,
  ): Promise<void> {
    const plateNo = readPlate(plateSent, plateColor);
    const [current = null] = await this.terminals.vehiclesOf(tx, [terminal]);
    const found =
      plateNo === null
        ? []
        : await this.vehicles.findByPlate(tx, SYSTEM_SCOPE, plateNo, plateColor);
    const holders = await this.holdersOf(tx, found, terminal);
    const choice = chooseVehicleForTerminal(current, plateNo, holders);

    switch (choice.kind) {
      case 'keep':
        return;
      case 'name':
        return this.identities.nameVehicle(tx, current!, choice.plateNo, plateColor);
      case 'provision': {
        const vehicle = await this.identities.openVehicle(tx, choice.plateNo, plateColor);
        terminal.vehicleId = vehicle.id;
        return;
      }
      case 'take': {
        const taken = found.find(({ id }) => id === choice.vehicleId)!;
        await this.decisions.record(tx, scope, terminal, {
          kind: 'bound',
          state: 'provisional',
          vehicleId: taken.id,
          reason:
            'the terminal states this plate, which nobody entered, and no other stands for it',
        });
      }
    }
  }

  private async holdersOf(
    tx: EntityManager,
    found: readonly VehicleEntity[],
    self: TerminalEntity,
  ): Promise<PlateHolder<VehicleEntity['id']>[]> {
    const others = await this.terminals.onVehicles(
      tx,
      found.map(({ id }) => id),
    );
    const takenIds = new Set(
      others.filter(({ id }) => id !== self.id).map(({ vehicleId }) => vehicleId),
    );
    return found.map(({ id, isProvisional }) => ({
      id,
      isProvisional,
      isTaken: takenIds.has(id),
    }));
  }
}

/** The stated plate if it is one; what is not stays on record as it was sent, no more. */
function readPlate(plateSent: string | null, plateColor: PlateColor | null): string | null {
  const plateNo = normalisePlate(plateSent ?? '');
  return isPlate(plateNo, plateColor) ? plateNo : null;
}
