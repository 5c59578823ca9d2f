import {
  type AccessScope,
  addMinutes,
  type Clock,
  CLOCK,
  DomainError,
  localTimeOf,
  newId,
  type PassId,
  type VehicleId,
  type ZoneId,
} from '@tongyun/kernel';
import { PolicyQueries } from '@tongyun/policy';
import { Outbox, TIME_ZONE } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ComplianceEvents } from './compliance.events.js';
import { ComplianceDecisionRepository } from './data/compliance-decision.repository.js';
import { DocumentCounterRepository } from './data/document-counter.repository.js';
import type { RoadPassEntity } from './data/road-pass.entity.js';
import { RoadPassRepository } from './data/road-pass.repository.js';
import { ZoneVersionRepository } from './data/zone-version.repository.js';
import { documentNumber, documentPrefix } from './rules/document-number.js';

/** The vehicle that a pass is written for. */
export interface PassHolder {
  readonly vehicleId: VehicleId;
  readonly plateNo: string | null;
  readonly equipmentNo: string | null;
}

export type PassTerms = Pick<
  RoadPassEntity,
  'zoneIds' | 'roads' | 'routes' | 'hours' | 'validFrom' | 'validTo'
>;

/** Writes passes, each with its number, its decision and its event, in the caller's transaction. */
@Injectable()
export class PassBook {
  constructor(
    private readonly passes: RoadPassRepository,
    private readonly counters: DocumentCounterRepository,
    private readonly zones: ZoneVersionRepository,
    private readonly decisions: ComplianceDecisionRepository,
    private readonly policies: PolicyQueries,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  async issue(
    tx: EntityManager,
    scope: AccessScope,
    holder: PassHolder,
    terms: PassTerms,
    reason: string,
  ): Promise<RoadPassEntity> {
    await this.assertZonesExist(tx, terms.zoneIds);
    const { vehicleId } = holder;
    const now = this.clock.now();
    const grace = await this.policies.valueAt('passes.leave_by_grace_min', now, [], tx);
    const pass: RoadPassEntity = {
      ...terms,
      id: newId<PassId>(),
      passNo: await this.nextNumber(tx, holder),
      vehicleId,
      leaveBy: grace.value > 0 ? addMinutes(terms.validTo, grace.value) : null,
      toleratedTo: null,
      issuingBody: issuingBodyOf(scope),
      state: 'valid',
      issuedBy: scope.userId,
      issuedAt: now,
      version: 1,
    };
    await this.passes.insert(tx, pass);
    await this.decisions.insert(tx, {
      id: newId(),
      subjectKind: 'pass',
      subjectId: pass.id,
      fromState: null,
      toState: pass.state,
      reason,
      before: null,
      decidedBy: scope.userId,
      decidedAt: now,
    });
    await this.tell(tx, vehicleId);
    return pass;
  }

  /**
   * Lets a pass count on until an instant because its renewal is under review; null: no longer.
   */
  async tolerate(tx: EntityManager, id: PassId, toleratedTo: Date | null): Promise<void> {
    const pass = await this.passes.lock(tx, id);
    if (!pass || pass.toleratedTo?.getTime() === toleratedTo?.getTime()) return;
    await this.passes.save(tx, Object.assign(pass, { toleratedTo }));
    await this.tell(tx, pass.vehicleId);
  }

  async assertZonesExist(tx: EntityManager, zoneIds: readonly ZoneId[]): Promise<void> {
    const known = new Set(await this.zones.knownOf(tx, zoneIds));
    const unknown = zoneIds.filter((id) => !known.has(id));
    if (unknown.length > 0) {
      throw new DomainError('ZONE_NOT_FOUND', 'The pass names a zone that does not exist', {
        zoneIds: unknown,
      });
    }
  }

  private tell(tx: EntityManager, vehicleId: VehicleId): Promise<void> {
    return this.outbox.publish<ComplianceEvents>(tx, {
      name: 'compliance.vehicle_changed',
      orderingKey: vehicleId,
      payload: { vehicleId },
    });
  }

  private async nextNumber(tx: EntityManager, holder: PassHolder): Promise<string> {
    const { on } = localTimeOf(this.clock.now(), this.timeZone);
    const prefix = documentPrefix(on, holder);
    return documentNumber(prefix, await this.counters.next(tx, 'pass', prefix));
  }
}

/** The officer's agency, else the authority that the role stands for. */
function issuingBodyOf({ agency, roles }: AccessScope): string {
  if (agency !== null) return agency;
  if (roles.includes('police')) return 'traffic_police';
  return roles.includes('district_bureau') ? 'district_bureau' : 'concrete_admin';
}
