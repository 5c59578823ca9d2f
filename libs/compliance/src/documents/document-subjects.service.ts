import { mayDo } from '@tongyun/accounts';
import type { DocumentSubject } from '@tongyun/contracts';
import { DriverQueries, EnterpriseQueries, PlantQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  DomainError,
  type DriverId,
  type EnterpriseId,
  maySeeEnterprise,
  type PlantId,
  type TerminalId,
  type VehicleId,
} from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { RegistrationQueries } from '../registration-queries.service.js';
import { TerminalRegistrationQueries } from '../terminals/terminal-registration-queries.service.js';

/** A vehicle, a terminal, an enterprise, a plant or a driver. */
export interface PapersOf {
  readonly subject: DocumentSubject;
  readonly subjectId: string;
}

/** Who may see what documents are attached to. */
@Injectable()
export class DocumentSubjects {
  constructor(
    private readonly registrations: RegistrationQueries,
    private readonly terminals: TerminalRegistrationQueries,
    private readonly enterprises: EnterpriseQueries,
    private readonly plants: PlantQueries,
    private readonly drivers: DriverQueries,
  ) {}

  /** Refuses, as each of them is refused when it is read, what the asker may not see. */
  async assertSeen(scope: AccessScope, of: PapersOf): Promise<void> {
    await this.holderOf(scope, of);
  }

  /**
   * Refuses moreover what somebody else holds: who hires a vehicle of another enterprise reads its
   * papers and adds none; who uses one of a haulage firm adds them.
   */
  async assertHeld(scope: AccessScope, of: PapersOf): Promise<void> {
    if (maySeeEnterprise(scope, await this.holderOf(scope, of))) return;
    throw new DomainError('FORBIDDEN', 'Its owner attaches its papers', { ...of });
  }

  private async holderOf(
    scope: AccessScope,
    { subject, subjectId: id }: PapersOf,
  ): Promise<EnterpriseId | null> {
    switch (subject) {
      case 'vehicle':
        return (await this.registrations.get(scope, id as VehicleId)).holderEnterpriseId;
      case 'terminal':
        return (await this.terminals.get(scope, id as TerminalId)).holderEnterpriseId;
      case 'enterprise':
        return (await this.enterprises.get(scope, id as EnterpriseId)).id;
      case 'plant':
        return (await this.plants.get(scope, id as PlantId)).enterpriseId;
      case 'driver':
        assertReadsDrivers(scope);
        return (await this.drivers.get(scope, id as DriverId)).enterpriseId;
    }
  }
}

/** A driver's papers show his identity: for those whose work he is. */
function assertReadsDrivers({ roles }: AccessScope): void {
  if (mayDo(roles, 'drivers.manage')) return;
  throw new DomainError('FORBIDDEN', 'The papers of drivers are not shown to this role', {
    permission: 'drivers.manage',
  });
}
