import type { EnterpriseId } from '@tongyun/kernel';
import { Lease } from '@tongyun/platform';
import { Injectable, Logger } from '@nestjs/common';
import type { Planning } from './planning.js';

type Day = Pick<Planning, 'enterpriseId' | 'operatingOn'>;

const KIND = 'planning';
/** So long after its process has died, a day can be planned by another. */
const LEASE_SEC = 15;
const RENEW_MS = 5_000;

/**
 * Tells other processes which days this one plans: the plannings themselves live in its memory
 * (docs/adr/0017).
 */
@Injectable()
export class PlanningClaims {
  private readonly log = new Logger(PlanningClaims.name);

  /** The plannings of this process, from before it asks for their days until it has given them back. */
  private readonly own = new Set<string>();

  constructor(private readonly lease: Lease) {}

  /** Holds a day for a planning until what comes back is called; null: another process plans it. */
  async hold(day: Day, planningId: string): Promise<(() => Promise<void>) | null> {
    const name = nameOf(day);
    this.own.add(planningId);
    if (!(await this.take(name, planningId))) return null;
    let renewing = Promise.resolve();
    const timer = setInterval(() => {
      renewing = this.renew(name, planningId);
    }, RENEW_MS);
    return async () => {
      clearInterval(timer);
      await renewing; // it would take back what is released
      await this.release(name, planningId);
    };
  }

  async isHeldElsewhere(day: Day): Promise<boolean> {
    // One that ends meanwhile was still ours when it was asked for.
    const ours = new Set(this.own);
    const planningId = await this.lease.ownerOf(nameOf(day));
    return planningId !== null && !ours.has(planningId) && !this.own.has(planningId);
  }

  /** Whose day a planning of another process is about; null: none runs there. */
  async enterpriseElsewhere(planningId: string): Promise<EnterpriseId | null> {
    if (this.own.has(planningId)) return null;
    const name = await this.lease.heldBy(planningId);
    const [kind, enterpriseId] = name?.split(' ') ?? [];
    return kind === KIND ? (enterpriseId as EnterpriseId) : null;
  }

  private async take(name: string, planningId: string): Promise<boolean> {
    let isTaken = false;
    try {
      isTaken = await this.lease.take(name, planningId, LEASE_SEC);
    } finally {
      if (!isTaken) this.own.delete(planningId);
    }
    return isTaken;
  }

  /** What was planned is kept whether or not the others hear of its end at once. */
  private async release(name: string, planningId: string): Promise<void> {
    try {
      await this.lease.release(name, planningId);
    } catch (error) {
      this.log.error(error); // it runs out by itself
    } finally {
      this.own.delete(planningId);
    }
  }

  private async renew(name: string, planningId: string): Promise<void> {
    try {
      await this.lease.take(name, planningId, LEASE_SEC);
    } catch (error) {
      this.log.error(error); // the next turn tries again, before the lease has run out
    }
  }
}

const nameOf = ({ enterpriseId, operatingOn }: Day): string =>
  `${KIND} ${enterpriseId} ${operatingOn}`;
