import type { TerminalRefusalCode } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  type TerminalId,
  type VehicleId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import { TerminalRepository } from './data/terminal.repository.js';
import { NO_CODE_YET, ProvisionalIdentities } from './provisional-identities.js';
import { isDeviceAwaited, isTakenBlindly, SAYS_NOTHING } from './rules/registering-device.js';
import { SetTerminalAside, TAKEN_BLINDLY } from './set-terminal-aside.js';
import { TerminalDecisions } from './terminal-decisions.js';

export interface TerminalCall {
  readonly phone: string;
  readonly protocolVersion?: string;
  /** What it shows to prove itself; absent when it only reports. */
  readonly authCode?: string;
  /** Whether it proved itself before on this connection. */
  readonly isAuthenticated?: boolean;
}

/** Whose positions a terminal's are; `ok: false` means: say no and store nothing. */
export type TerminalIdentity =
  | {
      readonly ok: true;
      readonly terminalId: TerminalId;
      readonly vehicleId: VehicleId;
      /** Its drum sensor calls turning forwards reverse. */
      readonly isDrumInverted: boolean;
    }
  | { readonly ok: false; readonly code: TerminalRefusalCode };

@Injectable()
export class IdentifyTerminalService {
  constructor(
    private readonly terminals: TerminalRepository,
    private readonly identities: ProvisionalIdentities,
    private readonly setTerminalAside: SetTerminalAside,
    private readonly decisions: TerminalDecisions,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Answers for a terminal that calls without having registered in this connection. A phone never
   * heard of gets a provisional terminal on a nameless provisional vehicle; the code it shows then
   * is the one it must show from then on, unless one certain device is awaited, which has to register;
   * where the number stands for a vehicle already, a person has to confirm that the code is the vehicle's.
   * One that stands for a known vehicle must have shown its code:
   * else whoever knows its number could drive that vehicle about.
   */
  identify(scope: AccessScope, call: TerminalCall): Promise<TerminalIdentity> {
    const { phone, protocolVersion, authCode, isAuthenticated = false } = call;
    return this.unitOfWork.run(async (tx) => {
      const { terminal, isNew } = await this.identities.openTerminal(tx, phone, authCode);
      if (terminal.state === 'blocked') return { ok: false, code: 'TERMINAL_BLOCKED' };
      if (terminal.authCode === NO_CODE_YET && authCode && !isDeviceAwaited(terminal)) {
        const isBlind = isTakenBlindly(terminal, SAYS_NOTHING);
        terminal.authCode = authCode;
        if (isBlind) await this.setTerminalAside.setAside(tx, scope, terminal, TAKEN_BLINDLY);
      }
      if (authCode === NO_CODE_YET || (authCode && terminal.authCode !== authCode)) {
        return { ok: false, code: 'AUTH_CODE_WRONG' };
      }
      const isProved = isAuthenticated && terminal.authCode !== NO_CODE_YET;
      if (terminal.state === 'bound' && authCode === undefined && !isProved) {
        return { ok: false, code: 'NOT_AUTHENTICATED' };
      }
      const wasRefused = terminal.refusalCode !== null;
      const vehicleId =
        terminal.vehicleId ?? (await this.identities.openVehicle(tx, null, null)).id;
      Object.assign(terminal, {
        vehicleId,
        protocolVersion: protocolVersion ?? terminal.protocolVersion,
        refusalCode: null,
        lastSeenAt: this.clock.now(),
      });
      await this.terminals.save(tx, terminal);
      if (isNew || wasRefused) await this.decisions.tell(tx, terminal);
      const { id: terminalId, isDrumInverted } = terminal;
      return { ok: true, terminalId, vehicleId, isDrumInverted };
    });
  }
}
