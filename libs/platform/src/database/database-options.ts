import type { DataSourceOptions } from 'typeorm';

/** The one place that says how we connect. Schema changes come from migrations only. */
export const databaseOptions = (url: string) =>
  ({
    type: 'postgres',
    url,
    synchronize: false,
    migrationsRun: false,
    poolSize: 12,
    // A connection learns the catalogue and plans anew, some 20 ms: those that are open stay open.
    extra: { idleTimeoutMillis: 0 },
  }) satisfies DataSourceOptions;
