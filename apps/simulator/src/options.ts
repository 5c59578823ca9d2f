import { parseArgs } from 'node:util';
import { z } from 'zod';

const user = z.object({ username: z.string().min(1), password: z.string().min(1) });
export type SimulatedUser = z.infer<typeof user>;

/** The sign-ins that `npm run demo` loads; another server's are named by SIM_USERS. */
const DEMO_PASSWORD = 'tongyun-demo-2026';
const DEMO_USERS = ['diaodu', 'diaodu-yh', 'diaodu-xs', 'diaodu-bc', 'bangfang', 'guanlizhan'];

const options = z.object({
  api: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:3000'),
  jt808: z
    .string()
    .default('127.0.0.1:7611')
    .transform((text, context) => {
      const [, host, port] = /^\[?([^\]]+?)\]?:(\d{1,5})$/.exec(text) ?? [];
      if (host !== undefined && port !== undefined) return { host, port: Number(port) };
      context.addIssue({ code: 'custom', message: 'not host:port' });
      return z.NEVER;
    }),
  speed: z.coerce.number().min(0.1).max(20).default(1),
  seed: z.coerce.number().int().default(2026),
  trucks: z.coerce.number().int().min(0).max(3_000).default(40),
  pumps: z.coerce.number().int().min(0).max(300).default(5),
  users: z
    .array(user)
    .min(1)
    .default(DEMO_USERS.map((username) => ({ username, password: DEMO_PASSWORD }))),
});
export type SimulatorOptions = z.infer<typeof options>;

export const USAGE = `node dist/apps/simulator/main.js
  --api URL          the server's address (http://127.0.0.1:3000)
  --jt808 HOST:PORT  its JT/T 808 port (127.0.0.1:7611)
  --speed N          N times as fast as a real day (1); trucks keep to the limits of their roads
  --seed N           the same seed gives the same day (2026)
  --trucks N         mixers at most (40)
  --pumps N          pumps at most (5)
SIM_USERS='[{"username":"…","password":"…"}]' names sign-ins other than the demo's: dispatchers,
plant desks and one concrete_admin.`;

/** Reads the command line and SIM_USERS; throws with what is wrong. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): SimulatorOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { api: text, jt808: text, speed: text, seed: text, trucks: text, pumps: text },
  });
  const users: unknown = env['SIM_USERS'] ? JSON.parse(env['SIM_USERS']) : undefined;
  const read = options.safeParse({ ...values, ...(users !== undefined && { users }) });
  if (!read.success) throw new Error(z.prettifyError(read.error));
  return read.data;
}
