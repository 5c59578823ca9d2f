// A PostgreSQL with PostGIS of its own, on a free port and in a temporary folder, from the machine's binaries.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, chownSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const DEBIAN_HOME = '/usr/lib/postgresql';
const START_WITHIN_MS = 30_000;

/** For databases that go with their run: nothing of them has to outlive a power cut. */
const FORGETFUL = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_wal_size=4GB',
];

const MEMORY = '/dev/shm';
/** A run of all specs makes a hundred databases of 20 MB, writes some logs, and works on them in as much again. */
const ROOM_BYTES = 10 * 2 ** 30;

/** Where a copy of a database, of thousands of small files, takes a tenth of the time: memory, if there is plenty. */
function quickestFolder() {
  if (!existsSync(MEMORY) || freemem() < ROOM_BYTES) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize < ROOM_BYTES ? tmpdir() : MEMORY;
}

/** Where `initdb` and `postgres` are: PG_BIN, Debian's newest, or the search path. */
function binFolder() {
  if (process.env.PG_BIN) return process.env.PG_BIN;
  if (!existsSync(DEBIAN_HOME)) return '';
  const versions = readdirSync(DEBIAN_HOME).filter((name) =>
    existsSync(join(DEBIAN_HOME, name, 'bin', 'initdb')),
  );
  const newest = versions.toSorted((a, b) => Number(a) - Number(b)).at(-1);
  return newest ? join(DEBIAN_HOME, newest, 'bin') : '';
}

/** PostgreSQL refuses to run as root: then it runs as the user `postgres`, or as `nobody`. */
function unprivileged() {
  if (process.getuid?.() !== 0) return {};
  for (const user of ['postgres', 'nobody']) {
    try {
      const [uid, gid] = ['-u', '-g'].map((flag) =>
        Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] })),
      );
      return { uid, gid };
    } catch {
      continue; // no such user
    }
  }
  throw new Error('PostgreSQL needs a user other than root');
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/**
 * Starts the server and waits until it takes connections.
 *
 * @param under the folder in which its own is made
 * @returns its address, `stop`, which ends the process and removes the folder, and
 *   `killAndStartAgain`, which ends it as a power cut would and waits until it has recovered
 */
export async function startThrowawayPostgres(settings = [], under = tmpdir()) {
  const bin = binFolder();
  const as = unprivileged();
  const folder = mkdtempSync(join(under, 'tongyun-pg-'));
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const program = (name) => (bin ? join(bin, name) : name);

  execFileSync(
    program('initdb'),
    // Nothing is in it yet that a power cut could take.
    ['-D', data, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...as, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const port = await freePort();
  const options = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings];
  const args = ['-D', data, '-p', String(port), ...options.flatMap((option) => ['-c', option])];
  const launch = () => launchServer(program('postgres'), args, { ...as, cwd: folder });
  let server = await launch();

  return {
    port,
    urlOf: (database) => `postgres://postgres@127.0.0.1:${port}/${database}`,
    stop: async () => {
      server.process.kill('SIGINT');
      await server.ended;
      rmSync(folder, { recursive: true, force: true });
    },
    killAndStartAgain: async () => {
      const children = childrenOf(server.process.pid);
      for (const pid of [server.process.pid, ...children]) process.kill(pid, 'SIGKILL');
      await server.ended;
      server = await launch();
    },
  };
}

/** The same for databases that go with their run. */
export const startForgetfulPostgres = () => startThrowawayPostgres(FORGETFUL, quickestFolder());

/** The server's own processes: without its postmaster none of them may live on. */
function childrenOf(pid) {
  const listed = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)]);
  return String(listed).trim().split(/\s+/).map(Number);
}

async function launchServer(program, args, options) {
  const server = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  let log = '';
  await new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`PostgreSQL is late:\n${log}`)),
      START_WITHIN_MS,
    );
    server.stderr.on('data', (chunk) => {
      log = (log + chunk).slice(-10_000);
      if (log.includes('ready to accept connections')) {
        clearTimeout(timer);
        resolve();
      }
    });
    void ended.then(() => reject(new Error(`PostgreSQL did not start:\n${log}`)));
  });
  return { process: server, ended };
}
