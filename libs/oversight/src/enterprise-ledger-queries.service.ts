import { PassStates } from '@tongyun/compliance';
import type { EnterpriseLedgerQuery, EnterpriseLedgerView } from '@tongyun/contracts';
import { EnterpriseQueries } from '@tongyun/fleet';
import { type AccessScope, type Clock, CLOCK, type EnterpriseId } from '@tongyun/kernel';
import { TIME_ZONE, UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';
import {
  type LedgerEntryRow,
  type LedgerPassRow,
  LedgerRows,
  type LedgerTripRow,
  type LedgerVehicleRow,
  type TripSum,
} from './data/ledger-rows.js';
import { periodOf } from './period-of.js';

const MOST_DAYS = 31;
/** A hundred pages: nobody files more. */
const MOST_TRIPS = 5_000;

type PassState = EnterpriseLedgerView['passes'][number]['state'];

export interface EnterpriseLedger
  extends
    TripSum,
    Pick<
      EnterpriseLedgerView,
      'name' | 'district' | 'mode' | 'responsibleLeader' | 'safetyOfficer'
    > {
  readonly vehicles: readonly LedgerVehicleRow[];
  readonly passes: readonly (Omit<LedgerPassRow, 'state'> & { readonly state: PassState })[];
  readonly trips: readonly LedgerTripRow[];
  readonly entries: readonly LedgerEntryRow[];
  readonly now: Date;
}

/** The ledger (台账) of one enterprise, as it is printed, signed and filed. */
@Injectable()
export class EnterpriseLedgerQueries {
  constructor(
    private readonly rows: LedgerRows,
    private readonly enterprises: EnterpriseQueries,
    private readonly passStates: PassStates,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(TIME_ZONE) private readonly timeZone: string,
  ) {}

  /** Vehicles as they stand now; passes, trips and the safety ledger of the days asked for. */
  async of(
    scope: AccessScope,
    id: EnterpriseId,
    query: EnterpriseLedgerQuery,
  ): Promise<EnterpriseLedger> {
    const period = periodOf(query, MOST_DAYS, this.clock, this.timeZone);
    const { reads } = this.unitOfWork;
    const { name, district, mode } = await this.enterprises.get(scope, id, reads);
    const stateOf = await this.passStates.judgeAt(period.now);
    const passes = await this.rows.passes(reads, id, period);
    return {
      name,
      district,
      mode,
      responsibleLeader: await this.rows.personIn(reads, id, 'responsible_leader', period.to),
      safetyOfficer: await this.rows.personIn(reads, id, 'safety_officer', period.to),
      vehicles: await this.rows.vehicles(reads, id, period.now),
      passes: passes.map((pass) => ({ ...pass, state: stateOf(pass) })),
      trips: await this.rows.trips(reads, id, period, MOST_TRIPS),
      ...(await this.rows.tripSum(reads, id, period)),
      entries: await this.rows.entries(reads, id, period),
      now: period.now,
    };
  }
}
