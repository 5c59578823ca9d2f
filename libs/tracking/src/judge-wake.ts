import { Injectable } from '@nestjs/common';

/** Tells the judge of this process, if there is one, that something is stored. Only a hint. */
@Injectable()
export class JudgeWake {
  private readonly wakers = new Set<() => void>();

  /** Calls back at every wake until the answer is called. */
  onWake(waker: () => void): () => void {
    this.wakers.add(waker);
    return () => this.wakers.delete(waker);
  }

  wake(): void {
    for (const waker of this.wakers) waker();
  }
}
