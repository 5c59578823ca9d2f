import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const timeZone = z.string().refine((name) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}, 'not an IANA time zone');

/** A PostgreSQL with PostGIS. */
export const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ });

/** Every variable the API reads. A wrong one stops the process at start. */
export const apiConfig = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('0.0.0.0'),
  TIME_ZONE: timeZone.default('Asia/Shanghai'),
  ACCESS_TOKEN_MIN: z.coerce.number().positive().max(60).default(10),
  REFRESH_DAYS: z.coerce.number().positive().max(90).default(7),
  DEVICE_DAYS: z.coerce.number().positive().max(90).default(30),
  OSRM_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Threads that plan days; 0 plans in the process's own. */
  SOLVER_THREADS: z.coerce.number().int().min(0).max(64).default(2),
  /** Files of rows that are read at the same time, each in a thread; 0 reads in the process's own. */
  IMPORT_THREADS: z.coerce.number().int().min(0).max(16).default(1),
  MAPBOX_TOKEN: z.string().startsWith('pk.').optional(),
  /** A MapLibre style document; left out, the built-in sketch is drawn. */
  MAP_STYLE_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Where the files that people attach are kept, beside the database. */
  FILES_DIR: z.string().min(1).default('./data/files'),
  /** PEM files; both or neither. */
  TLS_CERT: z.string().min(1).optional(),
  TLS_KEY: z.string().min(1).optional(),
  /** Whose `X-Forwarded-…` headers are believed, such as `loopback` or `10.0.0.0/8`. */
  TRUST_PROXY: z.string().min(1).default('loopback'),
  /** The least that is written to the log; `log` has a line for every request. */
  LOG_LEVEL: z.enum(['error', 'warn', 'log', 'debug']).default('log'),
  /** `1` shows that the data is made up. */
  DEMO: z.stringbool().default(false),
});
export type ApiConfig = z.infer<typeof apiConfig>;

/** Of the API as a process of its own, which always needs a database server. */
const apiProcessConfig = apiConfig.extend({ DATABASE_URL: databaseUrl });
export type ApiProcessConfig = z.infer<typeof apiProcessConfig>;

export const readApiConfig = (env: NodeJS.ProcessEnv): ApiProcessConfig =>
  apiProcessConfig.parse(env);
