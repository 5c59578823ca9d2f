import { setImmediate as othersOfThisTurn, setTimeout as pause } from 'node:timers/promises';

interface WaitingCall<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

export interface Gathering {
  /** Of so many calls one is made; more wait for the next. */
  readonly mostAtOnce: number;
  /** Milliseconds from one call that was made to the next, at least. */
  readonly apartMs: number;
}

/**
 * Makes one call of those that are asked for at about the same time. What comes alone is asked at
 * once; while a call is being made, or was begun a moment ago, what comes waits for the next: there is
 * never more than one at a time.
 *
 * One that fails together with others is made again alone, so that it fails nobody else.
 */
export class GatheredCalls<Asked, Answer> {
  private waiting: WaitingCall<Asked, Answer>[] = [];
  private isCalling = false;

  /** @param callAll answers each of what is asked, in its order */
  constructor(
    private readonly callAll: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
    private readonly gathering: Gathering,
  ) {}

  call(asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ asked, resolve, reject });
      if (!this.isCalling) void this.callUntilNoneWaits();
    });
  }

  private async callUntilNoneWaits(): Promise<void> {
    const { mostAtOnce, apartMs } = this.gathering;
    this.isCalling = true;
    await othersOfThisTurn();
    while (this.waiting.length > 0) {
      const together = this.waiting.splice(0, mostAtOnce);
      await Promise.all([this.settle(together), pause(apartMs)]);
    }
    this.isCalling = false;
  }

  private async settle(together: readonly WaitingCall<Asked, Answer>[]): Promise<void> {
    try {
      const answers = await this.callAll(together.map(({ asked }) => asked));
      for (const [nth, { resolve }] of together.entries()) resolve(answers[nth]!);
    } catch (error) {
      if (together.length === 1) together[0]!.reject(error);
      else for (const one of together) await this.settle([one]);
    }
  }
}
