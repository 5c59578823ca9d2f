import type { RegistrationState } from '@tongyun/contracts';
import type { FleetEvents } from '@tongyun/fleet';
import { SYSTEM_SCOPE, type TerminalId } from '@tongyun/kernel';
import { EventRelay } from '@tongyun/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TerminalRegistrationRepository } from '../data/terminals/terminal-registration.repository.js';
import { DecideTerminalRegistrationService } from './decide-terminal-registration.service.js';

type TerminalChanged = FleetEvents['fleet.terminal_changed'];

/** Where a registration goes that was for another enterprise; what is not here waits for its holder. */
const STOPPED: Readonly<Partial<Record<RegistrationState, RegistrationState>>> = {
  submitted: 'sent_back',
  district_reviewed: 'sent_back',
  city_reviewed: 'sent_back',
  registered: 'suspended',
};
const REASON = '终端已改装到其他企业的车辆上 · moved to a vehicle of another enterprise';

/**
 * A terminal is registered per enterprise: one that was put on a vehicle of another counts no more until
 * that one has handed it in, or whoever registered it has looked at it again.
 */
@Injectable()
export class SuspendWhenTerminalMoved implements OnModuleInit {
  constructor(
    private readonly relay: EventRelay,
    private readonly registrations: TerminalRegistrationRepository,
    private readonly decisions: DecideTerminalRegistrationService,
  ) {}

  onModuleInit(): void {
    this.relay.listen<TerminalChanged>({
      name: 'compliance.suspend-when-terminal-moved',
      event: 'fleet.terminal_changed',
      handle: (tx, { terminalId }) => this.suspend(tx, terminalId),
    });
  }

  private async suspend(tx: EntityManager, terminalId: TerminalId): Promise<void> {
    const seen = await this.registrations.findRow(tx, SYSTEM_SCOPE, terminalId);
    const state = seen && STOPPED[seen.state];
    if (state === undefined || seen?.vehicleId == null) return;
    const before = await this.registrations.holderAt(tx, terminalId, seen.updatedAt);
    if (before === null || before === seen.holderEnterpriseId) return;
    await this.decisions.decide(SYSTEM_SCOPE, terminalId, { state, reason: REASON }, '*', tx);
  }
}
