import { randomUUID } from 'node:crypto';
import {
  type AssignmentView,
  type ClaimResultsView,
  claimResultsView,
  deviceCodeView,
  driverDayView,
  type TripStage,
  type VehicleView,
} from '@tongyun/contracts';
import { ApiSession } from '../../../apps/simulator/src/index.js';

const STAGES: readonly TripStage[] = [
  'accepted',
  'loading',
  'en_route',
  'at_site',
  'unloading',
  'unloaded',
  'washing',
  'back_at_plant',
];

interface Claim {
  readonly id: string;
  readonly tripId: string;
  readonly stage: TripStage;
  readonly claimedAt: string;
}

/** A driver who taps through his trip; a tap that got no answer is sent again as it was. */
export class TappingDriver {
  readonly acknowledged: { readonly claim: Claim; readonly result: object }[] = [];
  private waiting: Claim | null = null;

  private constructor(
    private readonly phone: ApiSession,
    readonly tripId: string,
  ) {}

  /** Signs his phone in by a code of the dispatcher's and checks in with the assigned vehicle. */
  static async checkIn(
    baseUrl: string,
    dispatcher: ApiSession,
    { driverId }: AssignmentView,
    { plateNo, plateColor }: VehicleView,
  ): Promise<TappingDriver> {
    const { code } = await dispatcher.post('auth/device-codes', deviceCodeView, { driverId });
    const phone = await ApiSession.signInDevice(baseUrl, code);
    const body = { id: randomUUID(), plateNo, plateColor, at: new Date().toISOString() };
    const { trip } = await phone.post('driver/duties', driverDayView, body);
    if (trip === null) throw new Error('the driver sees no trip');
    return new TappingDriver(phone, trip.id);
  }

  get isDone(): boolean {
    return this.acknowledged.length === STAGES.length;
  }

  async tap(): Promise<void> {
    const stage = STAGES[this.acknowledged.length];
    if (stage === undefined) return;
    const { tripId } = this;
    this.waiting ??= { id: randomUUID(), tripId, stage, claimedAt: new Date().toISOString() };
    const [result] = (await this.send([this.waiting])).results;
    this.acknowledged.push({ claim: this.waiting, result: result! });
    this.waiting = null;
  }

  /** As a phone does that missed every answer. */
  repeatAll(): Promise<ClaimResultsView> {
    return this.send(this.acknowledged.map(({ claim }) => claim));
  }

  private send(claims: readonly Claim[]): Promise<ClaimResultsView> {
    return this.phone.post('driver/claims', claimResultsView, { claims });
  }
}
