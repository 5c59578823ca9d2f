import type { DataSource } from 'typeorm';

/** What the server does by itself when a connection is gone. */
const GIVE_UP = 'ROLLBACK';

/** The connections of a process that is killed at a statement of its own counting. */
export class DyingConnections {
  private left = Number.POSITIVE_INFINITY;
  private isLastCarriedOut = false;

  constructor(dataSource: DataSource) {
    const createQueryRunner = dataSource.createQueryRunner.bind(dataSource);
    dataSource.createQueryRunner = (mode) => {
      const runner = createQueryRunner(mode);
      const query = runner.query.bind(runner);
      runner.query = (sql: string, ...rest: unknown[]) =>
        this.pass(sql, () => (query as (...given: unknown[]) => Promise<never>)(sql, ...rest));
      return runner;
    };
  }

  /**
   * From now on the nth statement is the last one.
   *
   * @param isCarriedOut whether the server still did it, its answer lost: a commit may be done so
   */
  dieAt(nth: number, isCarriedOut: boolean): void {
    this.left = nth;
    this.isLastCarriedOut = isCarriedOut;
  }

  get areDead(): boolean {
    return this.left <= 0;
  }

  private async pass<Result>(sql: string, carryOut: () => Promise<Result>): Promise<Result> {
    if (sql === GIVE_UP) return carryOut();
    if (this.areDead) throw new Error('the process is dead');
    this.left -= 1;
    if (!this.areDead) return carryOut();
    if (this.isLastCarriedOut) await carryOut();
    throw new Error('killed here');
  }
}
