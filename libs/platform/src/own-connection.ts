import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

/**
 * A connection to the database for statements of one kind, one at a time, that must be quick at every hour. Each
 * connection plans a statement anew that it has not met, and again after its tables were analysed: on one of the
 * pool's this befalls now one request and now another, on its own it is over with the first.
 */
export class OwnConnection {
  private runner: QueryRunner | undefined;

  constructor(private readonly dataSource: DataSource) {}

  /** Opens at the first use, and anew when it was lost. The database's own closing ends it. */
  get manager(): EntityManager {
    if (this.runner === undefined || this.runner.isReleased) {
      this.runner = this.dataSource.createQueryRunner();
    }
    return this.runner.manager;
  }
}
