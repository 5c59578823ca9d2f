import { type Clock, CLOCK, type EnterpriseId, type VehicleId } from '@tongyun/kernel';
import { type Audience, LiveHub } from '@tongyun/platform';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { LiveVehicles } from './live-vehicles.service.js';
import type { VehicleOutcome } from './vehicle-outcome.js';

/** Shows on the screens of this process what was just judged; fleeting, so past the outbox. */
@Injectable()
export class AnnounceJudged {
  private readonly log = new Logger(AnnounceJudged.name);

  constructor(
    private readonly hub: LiveHub,
    private readonly vehicles: LiveVehicles,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  announce(outcomes: readonly VehicleOutcome[]): void {
    for (const outcome of outcomes) this.showMove(outcome);
    const changed = outcomes.filter(isShownAnew);
    if (changed.length === 0) return;
    this.showChanged(changed).catch((error: unknown) => this.log.error(error));
  }

  private showMove(outcome: VehicleOutcome): void {
    if (outcome.lastFix === null) return;
    const { vehicleId, input, speedKph, headingDeg } = outcome.lastFix;
    const { lng, lat, at } = input;
    const position = { vehicleId, lng, lat, fixAt: at, speedKph, headingDeg };
    this.hub.moved(position, audienceOf(outcome, at));
  }

  private async showChanged(outcomes: readonly VehicleOutcome[]): Promise<void> {
    const now = this.clock.now();
    const audiences = new Map(
      outcomes.map((outcome) => [outcome.vehicleId, audienceOf(outcome, now)]),
    );
    for (const view of await this.vehicles.viewsOf([...audiences.keys()])) {
      const { vehicleId } = view;
      this.hub.changed('vehicle', vehicleId, audiences.get(vehicleId as VehicleId) ?? [], view);
    }
  }
}

/** Whether more than the position changed: trip, stage, violation, silence, or it is new. */
const isShownAnew = ({ version, changes, actions }: VehicleOutcome): boolean =>
  version === 0 ||
  changes.length > 0 ||
  actions.some(({ action }) => action.kind !== 'timer_set' && action.kind !== 'episode_extended');

/** Whoever owns the vehicle, may use it at that instant or has it on a trip. */
function audienceOf({ facts, state }: VehicleOutcome, at: Date): Audience {
  const uses = (facts?.uses ?? []).filter(
    ({ validFrom, validTo }) => validFrom <= at && (validTo === null || at < validTo),
  );
  const ids = [
    facts?.ownerEnterpriseId,
    state.trip?.enterpriseId,
    ...uses.map(({ enterpriseId }) => enterpriseId),
  ];
  return [...new Set(ids.filter((id) => id !== null && id !== undefined))] as EnterpriseId[];
}
