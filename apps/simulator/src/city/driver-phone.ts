import { randomUUID } from 'node:crypto';
import {
  claimResultsView,
  driverDayView,
  type DriverDayView,
  type TripStage,
  type TripView,
} from '@tongyun/contracts';
import type { ApiSession } from '../api/api-session.js';
import { Refused } from '../api/refused.js';
import type { Coverage } from '../behaviours/taps-offline.js';
import { stageAfter } from './next-act.js';

interface Tap {
  readonly id: string;
  readonly tripId: string;
  readonly stage: TripStage;
  readonly claimedAt: string;
}

/** A driver's phone: his day as last seen, and the taps that wait for the network. */
export class DriverPhone {
  private day: DriverDayView | null = null;
  private waiting: Tap[] = [];

  private session: ApiSession | null = null;

  /** @param signIn has a code issued and signs the phone in with it */
  constructor(
    private readonly signIn: () => Promise<ApiSession>,
    private readonly coverage: Coverage,
  ) {}

  get trip(): TripView | null {
    return this.day?.trip ?? null;
  }

  get isOnDuty(): boolean {
    return this.day?.duty != null;
  }

  /** What the big button shows, with or without network. */
  get nextStage(): TripStage | null {
    const last = this.waiting.at(-1);
    return last ? stageAfter(last.stage) : (this.trip?.nextStage ?? null);
  }

  async checkIn(plateNo: string, plateColor: string, now: Date): Promise<void> {
    const body = { id: randomUUID(), plateNo, plateColor, at: now.toISOString() };
    const session = await this.signedIn();
    this.day = await session.post('driver/duties', driverDayView, body, body.id);
  }

  /** Records a stage with the phone's time; it is sent when there is a network. */
  tap(stage: TripStage, now: Date): void {
    if (!this.trip) return;
    const claimedAt = now.toISOString();
    this.waiting.push({ id: randomUUID(), tripId: this.trip.id, stage, claimedAt });
  }

  /**
   * Sends the taps that wait, or asks how the day stands.
   *
   * @returns how many taps were sent
   */
  async refresh(now: Date): Promise<number> {
    if (!this.coverage.isOnline(now.getTime())) return 0;
    try {
      return await this.exchange(await this.signedIn());
    } catch (cause) {
      if (cause instanceof Refused && cause.status === 401) this.session = null;
      throw cause;
    }
  }

  private async exchange(session: ApiSession): Promise<number> {
    const claims = [...this.waiting];
    if (claims.length === 0) {
      this.day = await session.get('driver/day', driverDayView);
      return 0;
    }
    const { day } = await session.post('driver/claims', claimResultsView, { claims });
    this.waiting = this.waiting.slice(claims.length);
    this.day = day;
    return claims.length;
  }

  private async signedIn(): Promise<ApiSession> {
    this.session ??= await this.signIn();
    return this.session;
  }
}
