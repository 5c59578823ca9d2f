import { join } from 'node:path';
import { z } from 'zod';
import { apiConfig, databaseUrl } from '../../api/src/index.js';
import { jt808Config } from '../../gateway/src/index.js';

/** Every variable the product reads. All have a default: no setting is needed to start. */
const serverConfig = apiConfig.extend(jt808Config.shape).extend({
  /** A PostgreSQL with PostGIS; left out, the embedded database keeps the data in DATA_DIR. */
  DATABASE_URL: databaseUrl.optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  /** A thread of its own for terminals; 0: that of the process, as always with the embedded database. */
  JT808_THREADS: z.coerce.number().int().min(0).max(1).default(1),
  /** Left out: `files` in DATA_DIR, beside the database. */
  FILES_DIR: z.string().min(1).optional(),
  /** Where the built pages lie. */
  WEB_DIR: z.string().min(1).default('dist/web'),
  ADMIN_USERNAME: z.string().min(2).default('admin'),
  ADMIN_PASSWORD: z.string().min(10).optional(),
});
export type ServerConfig = z.infer<typeof serverConfig> & { readonly FILES_DIR: string };

/** Reads the environment; the error names each wrong variable on a line. */
export function readServerConfig(env: NodeJS.ProcessEnv): ServerConfig {
  const read = serverConfig.safeParse(env);
  if (!read.success) throw new Error(`Wrong settings:\n${z.prettifyError(read.error)}`);
  const { TLS_CERT, TLS_KEY, DATA_DIR, FILES_DIR = join(DATA_DIR, 'files') } = read.data;
  if ((TLS_CERT === undefined) !== (TLS_KEY === undefined)) {
    throw new Error('Wrong settings:\nTLS_CERT and TLS_KEY go together');
  }
  return { ...read.data, FILES_DIR };
}
