import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';

const ANSWERED_WITHIN_MS = 3_000;

/** How much is stored and unjudged. */
@Injectable()
export class JudgeBacklog {
  private asked: Promise<number> | null = null;

  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Fixes that wait for the judge, of all shards; throws when the database does not answer in time. */
  async count(): Promise<number> {
    // Who asks again while it hangs waits for the same answer, and takes no connection more.
    this.asked ??= this.read().finally(() => {
      this.asked = null;
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      const error = new Error(`the database has not answered for ${ANSWERED_WITHIN_MS} ms`);
      timer = setTimeout(() => reject(error), ANSWERED_WITHIN_MS);
    });
    try {
      return await Promise.race([this.asked, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  private async read(): Promise<number> {
    const [{ waiting }]: [{ waiting: number }] = await this.unitOfWork.reads.query(
      `SELECT ((SELECT coalesce(sum(fixes), 0) FROM fix_waiting)
         + (SELECT count(*) FROM fix_left))::int AS waiting`,
    );
    return waiting;
  }
}
