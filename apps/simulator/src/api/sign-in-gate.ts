import { Refused } from './refused.js';

/** Below the server's limit of sign-ins a minute from one address. */
const PAUSE_MS = 1_200;
/** After it has asked for patience. */
const LONG_PAUSE_MS = 7_000;

/** Lets many phones sign in one after the other, at a pace the server allows. */
export class SignInGate {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly pause: (ms: number) => Promise<void> = sleep) {}

  /** Runs `signIn` when it is its turn; the next one's comes a pause later. */
  pass<Session>(signIn: () => Promise<Session>): Promise<Session> {
    const turn = this.last.then(signIn);
    this.last = turn.then(
      () => this.pause(PAUSE_MS),
      (cause: unknown) => this.pause(isTooMany(cause) ? LONG_PAUSE_MS : PAUSE_MS),
    );
    return turn;
  }
}

const isTooMany = (cause: unknown): boolean => cause instanceof Refused && cause.status === 429;
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
