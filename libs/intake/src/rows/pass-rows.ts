import { issuePassRequest } from '@tongyun/contracts';
import { IssuePassService, ZoneQueries } from '@tongyun/compliance';
import { toWgs84 } from '@tongyun/geo';
import { type AccessScope, type Clock, CLOCK, DomainError } from '@tongyun/kernel';
import { instantOfLocal } from '@tongyun/permission';
import { TIME_ZONE } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RowValues } from '../rules/columns/column.js';
import { readHours } from '../rules/read-hours.js';
import { readRoutes } from '../rules/read-routes.js';
import { NamedThings } from './named-things.js';
import {
  crsOf,
  type FileSetting,
  fit,
  isOnGlobe,
  neededCrsOf,
  type RowEntry,
  type RowPlace,
} from './row-entry.js';

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

  async enter(
    tx: EntityManager,
    scope: AccessScope,
    values: RowValues,
    setting: FileSetting,
  ): Promise<void> {
    const { id: vehicleId } = await this.named.vehicle(tx, scope, values);
    const { routes: roads, hours } = readCells(values);
    assertForwards(values);
    const request = fit(issuePassRequest, {
      vehicleId,
      zoneIds: await this.zoneIds(tx, String(values['zones'])),
      roads: namesIn(String(values['roads'] ?? '')),
      ...(roads.length > 0 && { routes: { crs: neededCrsOf(values, setting), roads } }),
      hours,
      validFrom: instantOfLocal(String(values['validFrom']), 0, this.timeZone).toISOString(),
      // The last day is wholly valid: the pass ends at the midnight after it.
      validTo: instantOfLocal(String(values['validTo']), MIN_PER_DAY, this.timeZone).toISOString(),
      reason: values['reason'],
    });
    await this.issuePass.issue(scope, request, tx);
  }

  /** The points of the roads that it prescribes. */
  placesOf(values: RowValues, setting: FileSetting): readonly RowPlace[] {
    const crs = crsOf(values, setting);
    const roads = readRoutes(String(values['routes'] ?? ''));
    if (crs === null || roads === null) return [];
    return roads.flatMap(({ name, path }) =>
      path
        .filter(([lng, lat]) => isOnGlobe(lng, lat))
        .map(([lng, lat]) => ({ name, position: toWgs84({ lng, lat }, crs) })),
    );
  }

  private async zoneIds(tx: EntityManager, names: string): Promise<string[]> {
    const inForce = await this.zones.versionsInForce(this.clock.now(), tx);
    const idOf = new Map(inForce.map(({ name, zoneId }) => [name, zoneId]));
    // A zone may have a comma in its name: a whole name comes before its pieces.
    return partsOf(names, /[;；]/u)
      .flatMap((name) => (idOf.has(name) ? [name] : namesIn(name)))
      .map((name) => {
        const id = idOf.get(name);
        if (id === undefined) throw new DomainError('ZONE_NOT_FOUND', `No zone ${name}`);
        return id;
      });
  }
}

const namesIn = (text: string): string[] => partsOf(text, /[;；、,，]/u);

const partsOf = (text: string, mark: RegExp): string[] =>
  text
    .split(mark)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Both cells that have a way of writing of their own, so that a row is told of both at once. */
function readCells(values: RowValues) {
  const routes = readRoutes(String(values['routes'] ?? ''));
  const hours = readHours(String(values['hours'] ?? ''));
  if (routes !== null && hours !== null) return { routes, hours };
  throw new DomainError('INVALID_REQUEST', 'Roads or hours are not to be read', {
    columns: [...(routes === null ? ['routes'] : []), ...(hours === null ? ['hours'] : [])],
  });
}

function assertForwards({ validFrom, validTo }: RowValues): void {
  if (String(validTo) >= String(validFrom)) return;
  throw new DomainError('PASS_PERIOD_INVALID', 'The last day lies before the first', {
    fault: 'backwards',
    validFrom,
    validTo,
  });
}
