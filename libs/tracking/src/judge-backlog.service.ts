import { UnitOfWork } from '@tongyun/platform';
import { Injectable } from '@nestjs/common';

/** How much is stored and unjudged. */
@Injectable()
export class JudgeBacklog {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Fixes that wait for the judge, of all shards. */
  async count(): Promise<number> {
    const [{ waiting }]: [{ waiting: number }] = await this.unitOfWork.reads.query(
      `SELECT ((SELECT coalesce(sum(fixes), 0) FROM fix_waiting)
         + (SELECT count(*) FROM fix_left))::int AS waiting`,
    );
    return waiting;
  }
}
