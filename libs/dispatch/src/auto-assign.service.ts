import {
  type AssignmentDetails,
  AssignService,
  type JobRef,
  OrderQueries,
} from '@tongyun/deliveries';
import { type AccessScope, DomainError, type LoadId, type OrderId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import { type Candidate, CandidateQueries } from './candidate-queries.service.js';
import { countRefusals } from './rules/count-refusals.js';

export interface UnservedJob {
  readonly job: JobRef;
  readonly loadNo: number | null;
  /** How many candidates each code refused. */
  readonly refusedBy: Readonly<Record<string, number>>;
}

export interface AutoAssignment {
  readonly assigned: readonly AssignmentDetails[];
  readonly unserved: readonly UnservedJob[];
}

/** Others may take the best truck at the same moment; then the next ones are tried. */
const CANDIDATES_TRIED = 3;
const LOST_RACE: readonly string[] = ['ASSIGNMENT_OVERLAPS', 'VERSION_CONFLICT'];

/** Gives every open job of an order to the best candidate: the pumps first, then loads as due. */
@Injectable()
export class AutoAssignService {
  constructor(
    private readonly orders: OrderQueries,
    private readonly candidates: CandidateQueries,
    private readonly assigning: AssignService,
  ) {}

  /** Each assignment is a transaction of its own, so a lost race loses that job only. */
  async assignAll(scope: AccessScope, orderId: OrderId): Promise<AutoAssignment> {
    const { pumpJobs, loads } = await this.orders.getWhole(scope, orderId);
    const openPumps = pumpJobs
      .filter(({ state }) => state === 'planned')
      .map(({ id }) => ({ pumpJobId: id }));
    const openLoads = loads
      .filter(({ state }) => state === 'planned')
      .toSorted((one, other) => +one.dueAt - +other.dueAt || one.loadNo - other.loadNo);
    const jobs: { ref: JobRef; loadNo: number | null }[] = [
      ...openPumps.map((ref) => ({ ref, loadNo: null })),
      ...openLoads.map(({ id, loadNo }) => ({ ref: { loadId: id as LoadId }, loadNo })),
    ];

    const assigned: AssignmentDetails[] = [];
    const unserved: UnservedJob[] = [];
    for (const { ref, loadNo } of jobs) {
      const outcome = await this.assignOne(scope, ref);
      if ('assignment' in outcome) assigned.push(outcome.assignment);
      else unserved.push({ job: ref, loadNo, refusedBy: outcome.refusedBy });
    }
    return { assigned, unserved };
  }

  private async assignOne(
    scope: AccessScope,
    ref: JobRef,
  ): Promise<{ assignment: AssignmentDetails } | { refusedBy: Record<string, number> }> {
    const candidates = await this.candidates.forJob(scope, ref);
    const refusedBy = countRefusals(candidates);
    const able = candidates.filter(({ mayAssign }) => mayAssign).slice(0, CANDIDATES_TRIED);
    for (const candidate of able) {
      const code = await this.tryAssign(scope, ref, candidate);
      if (typeof code !== 'string') return { assignment: code };
      refusedBy[code] = (refusedBy[code] ?? 0) + 1;
      if (!LOST_RACE.includes(code)) break;
    }
    return { refusedBy };
  }

  /** The assignment, or the code of the refusal. */
  private async tryAssign(
    scope: AccessScope,
    ref: JobRef,
    { vehicleId, driverId }: Candidate,
  ): Promise<AssignmentDetails | string> {
    if (driverId === null) return 'no_driver_free';
    try {
      return await this.assigning.assign(scope, ref, { vehicleId, driverId });
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      throw error;
    }
  }
}
