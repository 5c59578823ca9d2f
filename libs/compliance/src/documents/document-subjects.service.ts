import { mayDo } from '@tongyun/accounts';
import type { DocumentSubject } from '@tongyun/contracts';
import { DriverQueries, EnterpriseQueries, PlantQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  DomainError,
  type DriverId,
  type EnterpriseId,
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
  async assertSeen(scope: AccessScope, { subject, subjectId: id }: PapersOf): Promise<void> {
    switch (subject) {
      case 'vehicle':
        await this.registrations.get(scope, id as VehicleId);
        return;
      case 'terminal':
        await this.terminals.get(scope, id as TerminalId);
        return;
      case 'enterprise':
        await this.enterprises.get(scope, id as EnterpriseId);
        return;
      case 'plant':
        await this.plants.get(scope, id as PlantId);
        return;
      case 'driver':
        assertReadsDrivers(scope);
        await this.drivers.get(scope, id as DriverId);
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
