import type { RecordLedgerEntryRequest } from '@tongyun/contracts';
import { EnterpriseQueries, VehicleQueries } from '@tongyun/fleet';
import {
  type AccessScope,
  type Clock,
  CLOCK,
  DomainError,
  type EnterpriseId,
  newId,
  type SiteId,
  type VehicleId,
} from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { LedgerEntryEntity } from './data/ledger-entry.entity.js';
import { LedgerRepository } from './data/ledger.repository.js';
import { countsForCredit, mayWrite, mustNameSite } from './rules/ledger-kinds.js';

/** Writes a line into an enterprise's ledger (台账), which stays (R8, R10, R22 to R24). */
@Injectable()
export class RecordLedgerEntryService {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly enterprises: EnterpriseQueries,
    private readonly vehicles: VehicleQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param within the transaction of what it belongs to; left out: one of its own */
  record(
    scope: AccessScope,
    request: RecordLedgerEntryRequest,
    within?: EntityManager,
  ): Promise<LedgerEntryEntity> {
    const { hasFindings, enterpriseId, vehicleId, siteId, siteName, kind } = request;
    const now = this.clock.now();
    if (!mayWrite(scope.roles, kind)) {
      throw new DomainError('FORBIDDEN', `Your roles write no ${kind}`, { kind });
    }
    if (request.occurredAt > now) {
      throw new DomainError('LEDGER_IN_FUTURE', 'It has not happened yet', {
        occurredAt: request.occurredAt,
      });
    }
    if (siteId !== null && siteName !== null) {
      throw new DomainError('LEDGER_SITE_TWICE', 'The site is chosen and named in words', {
        siteId,
        siteName,
      });
    }
    if (mustNameSite(kind) && siteId === null && siteName === null) {
      throw new DomainError('LEDGER_SITE_REQUIRED', 'A briefing names its site', { kind });
    }
    const row: LedgerEntryEntity = {
      id: newId<string>(),
      enterpriseId: enterpriseId as EnterpriseId,
      kind,
      occurredAt: request.occurredAt,
      title: request.title,
      content: request.content,
      personName: request.personName,
      photoUrls: request.photoUrls,
      vehicleId: vehicleId as VehicleId | null,
      siteId: siteId as SiteId | null,
      siteName,
      isEvidence: countsForCredit(kind, hasFindings),
      recordedBy: scope.userId,
      recordedAt: now,
    };
    return this.unitOfWork.join(within, async (tx) => {
      await this.enterprises.get(scope, row.enterpriseId, tx);
      await this.assertSeenVehicle(tx, scope, row);
      await this.assertOwnSite(tx, row);
      await this.ledger.add(tx, row);
      return row;
    });
  }

  /** An enterprise names what it owns or used; an authority any vehicle, wherever it belongs. */
  private async assertSeenVehicle(
    tx: EntityManager,
    scope: AccessScope,
    { vehicleId }: LedgerEntryEntity,
  ): Promise<void> {
    if (vehicleId === null || scope.enterpriseIds === 'all') return;
    await this.vehicles.get(scope, vehicleId, tx);
  }

  private async assertOwnSite(
    tx: EntityManager,
    { enterpriseId, siteId }: LedgerEntryEntity,
  ): Promise<void> {
    if (siteId === null) return;
    const sites = await this.ledger.sitesOf(tx, enterpriseId);
    if (sites.some(({ id }) => id === siteId)) return;
    throw new DomainError('SITE_NOT_FOUND', `The enterprise has no site ${siteId}`, { id: siteId });
  }
}
