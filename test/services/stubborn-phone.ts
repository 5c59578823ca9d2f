import { setTimeout as wait } from 'node:timers/promises';
import { phoneReportAnswer } from '@tongyun/contracts';

const ANSWER_WITHIN_MS = 3_000;
const BEFORE_NEXT_TRY_MS = 100;
/** 111 km/h, above every limit: what is judged of it is one alert that goes on. */
const SPEED_KNOTS = 60;
const LNG_PER_SEC = 0.0003;

/** Reports a place for every second by its key until it is told to stop, each again until it is taken. */
export class StubbornPhone {
  /** Of the places that were acknowledged: ms since 1970. */
  readonly acknowledged: number[] = [];
  private isStopped = false;

  constructor(
    private readonly key: string,
    private readonly port: number,
    private readonly startMs: number,
  ) {}

  stop(): void {
    this.isStopped = true;
  }

  async report(): Promise<void> {
    while (!this.isStopped) {
      try {
        await this.sendNext();
      } catch {
        await wait(BEFORE_NEXT_TRY_MS); // no answer, no connection: what a phone does is try again
      }
    }
  }

  private async sendNext(): Promise<void> {
    const seconds = this.acknowledged.length;
    const atMs = this.startMs + seconds * 1_000;
    const query = new URLSearchParams({
      id: this.key,
      lat: '30.5',
      lon: String(120 + seconds * LNG_PER_SEC),
      timestamp: String(atMs / 1_000),
      speed: String(SPEED_KNOTS),
    });
    const answer = await fetch(`http://127.0.0.1:${this.port}/api/v1/osmand?${query}`, {
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    if (!answer.ok) throw new Error(`not taken: ${answer.status}`);
    const { refused } = phoneReportAnswer.parse(await answer.json());
    if (refused !== null) throw new Error(`refused: ${refused.code}`);
    this.acknowledged.push(atMs);
  }
}
