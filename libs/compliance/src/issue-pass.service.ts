import type { IssuePassRequest } from '@tongyun/contracts';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  localTimeOf,
  newId,
  type PassId,
  type VehicleId,
  type ZoneId,
} from '@tongyun/kernel';
import { Outbox, TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ComplianceEvents } from './compliance.events.js';
import { ComplianceDecisionRepository } from './data/compliance-decision.repository.js';
import { RegistrationRepository, type RegistrationRow } from './data/registration.repository.js';
import type { RoadPassEntity } from './data/road-pass.entity.js';
import { DocumentCounterRepository } from './data/document-counter.repository.js';
import { RoadPassRepository } from './data/road-pass.repository.js';
import { ZoneVersionRepository } from './data/zone-version.repository.js';
import { RegistrationQueries } from './registration-queries.service.js';
import { documentNumber, documentPrefix } from './rules/document-number.js';

@Injectable()
export class IssuePassService {
  constructor(
    private readonly passes: RoadPassRepository,
    private readonly counters: DocumentCounterRepository,
    private readonly registrations: RegistrationRepository,
    private readonly registrationQueries: RegistrationQueries,
    private readonly zones: ZoneVersionRepository,
    private readonly decisions: ComplianceDecisionRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /** Issues a pass to a registered vehicle. */
  issue(scope: AccessScope, request: IssuePassRequest): Promise<RoadPassEntity> {
    return this.unitOfWork.run(async (tx) => {
      const vehicleId = request.vehicleId as VehicleId;
      const zoneIds = request.zoneIds as ZoneId[];
      const vehicle = await this.registrationQueries.get(scope, vehicleId, tx);
      const { state } = await this.registrations.lock(tx, vehicleId, this.clock.now());
      assertRegistered(vehicle, state);
      await this.assertZonesExist(tx, zoneIds);

      const pass: RoadPassEntity = {
        id: newId<PassId>(),
        passNo: await this.nextNumber(tx, vehicle),
        vehicleId,
        zoneIds,
        hours: request.hours,
        validFrom: request.validFrom,
        validTo: request.validTo,
        issuingBody: issuingBodyOf(scope),
        state: 'valid',
        issuedBy: scope.userId,
        issuedAt: this.clock.now(),
        version: 1,
      };
      await this.passes.insert(tx, pass);
      await this.decisions.insert(tx, {
        id: newId(),
        subjectKind: 'pass',
        subjectId: pass.id,
        fromState: null,
        toState: pass.state,
        reason: request.reason,
        before: null,
        decidedBy: scope.userId,
        decidedAt: pass.issuedAt,
      });
      await this.outbox.publish<ComplianceEvents>(tx, {
        name: 'compliance.vehicle_changed',
        orderingKey: vehicleId,
        payload: { vehicleId },
      });
      return pass;
    });
  }

  private async nextNumber(tx: EntityManager, vehicle: RegistrationRow): Promise<string> {
    const { on } = localTimeOf(this.clock.now(), this.timeZone);
    const prefix = documentPrefix(on, vehicle);
    return documentNumber(prefix, await this.counters.next(tx, 'pass', prefix));
  }

  private async assertZonesExist(tx: EntityManager, zoneIds: readonly ZoneId[]): Promise<void> {
    const known = new Set(await this.zones.knownOf(tx, zoneIds));
    const unknown = zoneIds.filter((id) => !known.has(id));
    if (unknown.length > 0) {
      throw new DomainError('ZONE_NOT_FOUND', 'The pass names a zone that does not exist', {
        zoneIds: unknown,
      });
    }
  }
}

function assertRegistered({ vehicleId }: RegistrationRow, state: string): void {
  if (state === 'registered') return;
  throw new DomainError('VEHICLE_NOT_REGISTERED', 'Only a registered vehicle gets a pass', {
    vehicleId,
    state,
  });
}

/** The officer's agency, else the authority that the role stands for. */
const issuingBodyOf = ({ agency, roles }: AccessScope): string =>
  agency ?? (roles.includes('police') ? 'traffic_police' : 'concrete_admin');
