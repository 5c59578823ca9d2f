import { issuePassRequest } from '@tongyun/contracts';
import { IssuePassService, ZoneQueries } from '@tongyun/compliance';
import { type AccessScope, type Clock, CLOCK, DomainError } from '@tongyun/kernel';
import { instantOfLocal } from '@tongyun/permission';
import { TIME_ZONE } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RowValues } from '../rules/columns/column.js';
import { readHours } from '../rules/read-hours.js';
import { NamedThings } from './named-things.js';
import { fit, type RowEntry } from './row-entry.js';

const MIN_PER_DAY = 1_440;

@Injectable()
export class PassRows implements RowEntry {
  readonly kind = 'passes';
  readonly permission = 'passes.issue';

  constructor(
    private readonly issuePass: IssuePassService,
    private readonly zones: ZoneQueries,
    private readonly named: NamedThings,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  async enter(tx: EntityManager, scope: AccessScope, values: RowValues): Promise<void> {
    const { id: vehicleId } = await this.named.vehicle(tx, scope, values);
    const request = fit(issuePassRequest, {
      vehicleId,
      zoneIds: await this.zoneIds(tx, String(values['zones'])),
      hours: hoursOf(values),
      validFrom: instantOfLocal(String(values['validFrom']), 0, this.timeZone).toISOString(),
      // The last day is wholly valid: the pass ends at the midnight after it.
      validTo: instantOfLocal(String(values['validTo']), MIN_PER_DAY, this.timeZone).toISOString(),
      reason: values['reason'],
    });
    await this.issuePass.issue(scope, request, tx);
  }

  private async zoneIds(tx: EntityManager, names: string): Promise<string[]> {
    const inForce = await this.zones.versionsInForce(this.clock.now(), tx);
    return names
      .split(/[;；、,，]/u)
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => {
        const zone = inForce.find((one) => one.name === name);
        if (!zone) throw new DomainError('ZONE_NOT_FOUND', `No zone ${name}`);
        return zone.zoneId;
      });
  }
}

function hoursOf({ hours }: RowValues) {
  const read = readHours(String(hours ?? ''));
  if (read !== null) return read;
  throw new DomainError('INVALID_REQUEST', 'The hours are not to be read', { columns: ['hours'] });
}
