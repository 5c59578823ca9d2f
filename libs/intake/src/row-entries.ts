import { mayDo } from '@tongyun/accounts';
import type { ImportKind } from '@tongyun/contracts';
import { type AccessScope, DomainError } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { DriverRows } from './rows/driver-rows.js';
import { EnterpriseRows } from './rows/enterprise-rows.js';
import { OrderRows } from './rows/order-rows.js';
import { PassRows } from './rows/pass-rows.js';
import { PlantRows } from './rows/plant-rows.js';
import type { RowEntry } from './rows/row-entry.js';
import { TerminalRows } from './rows/terminal-rows.js';
import { TripRows } from './rows/trip-rows.js';
import { VehicleRows } from './rows/vehicle-rows.js';

/** Who enters the rows of which kind of file. */
@Injectable()
export class RowEntries {
  private readonly entries: readonly RowEntry[];

  constructor(
    enterprises: EnterpriseRows,
    plants: PlantRows,
    vehicles: VehicleRows,
    drivers: DriverRows,
    terminals: TerminalRows,
    passes: PassRows,
    trips: TripRows,
    orders: OrderRows,
  ) {
    this.entries = [enterprises, plants, vehicles, drivers, terminals, passes, trips, orders];
  }

  /** Refuses whoever may not enter one such row by hand. */
  of(scope: AccessScope, kind: ImportKind): RowEntry {
    const entry = this.entries.find((one) => one.kind === kind);
    if (!entry) throw new Error(`nobody enters ${kind}`);
    if (!mayDo(scope.roles, entry.permission)) {
      throw new DomainError('FORBIDDEN', `Rows of ${kind} are not yours to enter`, {
        permission: entry.permission,
      });
    }
    return entry;
  }
}
