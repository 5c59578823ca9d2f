export interface ThrowawayPostgres {
  readonly port: number;
  /** The address of one of its databases; `postgres` is there from the start. */
  urlOf(database: string): string;
  /** Ends the process and removes its folder. */
  stop(): Promise<void>;
  /** Ends all of it as a power cut would, starts it again and waits until it takes connections. */
  killAndStartAgain(): Promise<void>;
}

/**
 * @param settings as `postgres -c` takes them, such as `fsync=on`
 * @param under the folder in which its own is made: that for temporary files unless it is said
 */
export function startThrowawayPostgres(
  settings?: readonly string[],
  under?: string,
): Promise<ThrowawayPostgres>;

/** One whose databases go with their run: nothing of them has to outlive a power cut, so they may be in memory. */
export function startForgetfulPostgres(): Promise<ThrowawayPostgres>;
