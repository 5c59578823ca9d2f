export interface ThrowawayPostgres {
  readonly port: number;
  /** The address of one of its databases; `postgres` is there from the start. */
  urlOf(database: string): string;
  /** Ends the process and removes its folder. */
  stop(): Promise<void>;
  /** Ends all of it as a power cut would, starts it again and waits until it takes connections. */
  killAndStartAgain(): Promise<void>;
}

/** @param settings as `postgres -c` takes them, such as `fsync=on` */
export function startThrowawayPostgres(settings?: readonly string[]): Promise<ThrowawayPostgres>;

/** Settings for databases that go with their run: nothing of them has to outlive a power cut. */
export declare const FORGETFUL: readonly string[];
