import type { DecideRegistrationRequest } from '@tongyun/contracts';
import { type AccessScope, type Clock, CLOCK, type VehicleId } from '@tongyun/kernel';
import { Outbox, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { ComplianceEvents } from './compliance.events.js';
import { RegistrationRepository, type RegistrationRow } from './data/registration.repository.js';
import { RegistrationBook } from './registration-book.js';
import { RegistrationQueries } from './registration-queries.service.js';
import { documentPrefix } from './rules/document-number.js';

@Injectable()
export class DecideRegistrationService {
  constructor(
    private readonly registrations: RegistrationRepository,
    private readonly registrationQueries: RegistrationQueries,
    private readonly book: RegistrationBook,
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Takes a vehicle's registration one step further and records who did so and why.
   *
   * @param ifMatch the version that the decider saw, as an entity tag
   */
  decide(
    scope: AccessScope,
    vehicleId: VehicleId,
    request: DecideRegistrationRequest,
    ifMatch: string | undefined,
  ): Promise<RegistrationRow> {
    return this.unitOfWork.run(async (tx) => {
      const seen = await this.registrationQueries.get(scope, vehicleId, tx);
      const registration = await this.registrations.lock(tx, vehicleId, this.clock.now());
      const thing = {
        kind: 'registration',
        id: vehicleId,
        holderEnterpriseId: seen.holderEnterpriseId,
        holderDistrict: seen.holderDistrict,
        prefixOf: (on: string) => documentPrefix(on, seen),
      } as const;
      await this.book.step(tx, scope, thing, registration, request, ifMatch);
      await this.registrations.save(tx, registration);
      await this.outbox.publish<ComplianceEvents>(tx, {
        name: 'compliance.vehicle_changed',
        orderingKey: vehicleId,
        payload: { vehicleId },
      });
      return this.registrationQueries.get(scope, vehicleId, tx);
    });
  }
}
