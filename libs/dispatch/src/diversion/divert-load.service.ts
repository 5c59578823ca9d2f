import type { DivertTripRequest } from '@tongyun/contracts';
import {
  type AllowedDiversion,
  type Diversion,
  type DiversionGoal,
  DivertTripService,
  judgeOverride,
} from '@tongyun/deliveries';
import { type AccessScope, DomainError, type PlantId, type TripId } from '@tongyun/kernel';
import { Injectable } from '@nestjs/common';
import {
  type DiversionOffer,
  DiversionOffers,
  type TripOffers,
} from './diversion-offers.service.js';

/** Sends concrete where an offer says that it may go; `deliveries` writes it. */
@Injectable()
export class DivertLoadService {
  constructor(
    private readonly offers: DiversionOffers,
    private readonly diverting: DivertTripService,
  ) {}

  /** @param ifMatch the version of the trip that the person saw */
  async divert(
    scope: AccessScope,
    tripId: TripId,
    request: DivertTripRequest,
    ifMatch: string | undefined,
  ): Promise<Diversion> {
    const { goal, takenM3, reason, approvedBy } = request;
    const found = await this.offers.forTrip(scope, tripId, takenM3);
    const offer = found.offers.find((one) => isFor(one, goal));
    if (!offer) {
      throw new DomainError('DIVERSION_GOAL_NOT_FOUND', 'Nothing like that takes concrete now', {
        goal,
      });
    }
    const allowed: AllowedDiversion = {
      goal: toGoal(offer, goal),
      takenM3,
      reason,
      approvedBy,
      endsAt: offer.endsAt,
      figures: { ...offer.figures, position: found.ground.positionSource },
      overridden: assertFits(scope, found, offer, request.overrideReason ?? null),
    };
    return this.diverting.divert(scope, tripId, allowed, ifMatch);
  }
}

function isFor(offer: DiversionOffer, goal: DivertTripRequest['goal']): boolean {
  switch (goal.kind) {
    case 'order':
      return offer.load?.orderId === goal.orderId;
    case 'plant':
      return offer.plant?.id === goal.plantId;
    case 'place':
      return offer.kind === 'place';
  }
}

function toGoal({ load }: DiversionOffer, goal: DivertTripRequest['goal']): DiversionGoal {
  if (goal.kind === 'plant') return { kind: 'plant', plantId: goal.plantId as PlantId };
  if (goal.kind === 'place' || load === null) return goal as DiversionGoal;
  return { kind: 'order', orderId: load.orderId, loadId: load.loadId };
}

/** @returns what was overridden, to be shown to whoever looks at it next */
function assertFits(
  { roles }: AccessScope,
  { ground }: TripOffers,
  { against, reasons, figures }: DiversionOffer,
  overrideReason: string | null,
): AllowedDiversion['overridden'] {
  if (against.length > 0) {
    throw new DomainError('DIVERSION_UNFIT', 'The concrete does not fit there', {
      against: against.map(({ code }) => code),
      sentences: against.map(({ sentence }) => sentence),
      figures,
    });
  }
  const verdict = judgeOverride(reasons, { roles, overrideReason }, ground.isHardPermission);
  if (!verdict.ok) {
    throw new DomainError('ASSIGNMENT_NOT_PERMITTED', 'Vehicle or driver may not go there', {
      reasons,
      standing: verdict.standing.map(({ code }) => code),
    });
  }
  return verdict.overridden.map(({ code, sentence }) => ({ code, message: sentence.en }));
}
