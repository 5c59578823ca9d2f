import { destination, distanceM, headingDeg, type Wgs84 } from '@tongyun/geo';
import type { PathPoint } from './road-graph.js';

/** One truck on its way along a path. Time passes only by `advance`. */
export class Journey {
  private nextIndex = 0;
  private heading = 0;
  private speed = 0;

  /** @param pace how many times faster than a real truck it would drive; it keeps to the limit of its road */
  constructor(
    private position: Wgs84,
    private readonly path: readonly PathPoint[],
    private readonly pace: number,
  ) {}

  get at(): Wgs84 {
    return this.position;
  }

  get headingDeg(): number {
    return this.heading;
  }

  /** What a speedometer shows: 0 once it has arrived. */
  get speedKph(): number {
    return this.hasArrived ? 0 : this.speed;
  }

  get hasArrived(): boolean {
    return this.nextIndex >= this.path.length;
  }

  /** Drives for `seconds`, stopping at the end of the path. */
  advance(seconds: number): void {
    let leftSec = seconds;
    while (leftSec > 0 && !this.hasArrived) {
      const next = this.path[this.nextIndex]!;
      this.speed = Math.min(next.limitKph, next.speedKph * this.pace);
      const reachM = (this.speed / 3.6) * leftSec;
      const awayM = distanceM(this.position, next.at);
      if (awayM > 0.5) this.heading = headingDeg(this.position, next.at);
      if (awayM > reachM) {
        this.position = destination(this.position, this.heading, reachM);
        return;
      }
      this.position = next.at;
      this.nextIndex += 1;
      leftSec -= awayM / (this.speed / 3.6);
    }
  }
}
