import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { requestInHand } from './idempotency/request-in-hand.js';
import { OwnConnection } from './own-connection.js';

type AfterCommit = () => void;

/**
 * One use case, one transaction. The manager is handed to every repository that is called inside:
 * the embedded database has one backend, so a second connection inside would wait for ever.
 */
@Injectable()
export class UnitOfWork {
  private readonly log = new Logger(UnitOfWork.name);
  private readonly afterCommit = new WeakMap<EntityManager, AfterCommit[]>();

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** For reads that need no transaction; never call it inside `run`. */
  get reads(): EntityManager {
    return this.dataSource.manager;
  }

  /**
   * For a single statement that writes: it is a transaction of its own, and takes one way to the
   * database instead of three. Never call it inside `run`.
   */
  get singleStatement(): EntityManager {
    return this.dataSource.manager;
  }

  /** For single statements of one kind that must be quick at every hour; never call them inside `run`. */
  ownConnection(): OwnConnection {
    return new OwnConnection(this.dataSource);
  }

  async run<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    const callbacks: AfterCommit[] = [];
    const result = await this.dataSource.transaction(async (tx) => {
      this.afterCommit.set(tx, callbacks);
      const done = await work(tx);
      await requestInHand.getStore()?.markCarriedOut(tx);
      return done;
    });
    for (const callback of callbacks) this.call(callback);
    return result;
  }

  /** Work inside the use case in hand when its `tx` is given, else a use case of its own. */
  join<Result>(
    tx: EntityManager | undefined,
    work: (tx: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    return tx ? work(tx) : this.run(work);
  }

  /** A part of `tx` that may fail alone: what it wrote is taken back, and the rest goes on. */
  attempt<Result>(
    tx: EntityManager,
    work: (tx: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    return tx.transaction(work);
  }

  /** Does the work to see how it would go, and takes all of it back. */
  async rehearse<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    const runner = this.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      this.afterCommit.set(runner.manager, []);
      return await work(runner.manager);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }

  /** Calls back once `tx` has committed, never when it rolled back. */
  onCommit(tx: EntityManager, callback: AfterCommit): void {
    const callbacks = this.afterCommit.get(tx);
    if (!callbacks) throw new Error('onCommit needs the manager that UnitOfWork.run handed out');
    callbacks.push(callback);
  }

  /** What is committed is done: a callback that throws must not make it look undone. */
  private call(callback: AfterCommit): void {
    try {
      callback();
    } catch (error) {
      this.log.error(error);
    }
  }
}
