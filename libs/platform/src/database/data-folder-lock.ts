import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, realpath, rename, stat, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DomainError } from '@tongyun/kernel';

/** A socket's path must fit 104 bytes on macOS and 108 on Linux, its end included. */
const MAX_SOCKET_PATH_BYTES = 100;
/** Long enough for a second starter that is already past its look at the lock to be seen. */
const SETTLE_MS = 150;
const ANSWER_WITHIN_MS = 2_000;

/**
 * Takes a data folder for this process; the embedded database itself would let two processes in
 * and lose what one of them wrote.
 *
 * The lock is a listening socket: it dies with its process, however that ends, and leaves at most a
 * dead file, which the next starter recognises by knocking.
 *
 * @returns gives the folder back
 */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const path = await realpath(folder);
  return process.platform === 'win32' ? lockByPipe(path) : lockBySocket(path);
}

async function lockBySocket(folder: string): Promise<() => Promise<void>> {
  const lock = socketPathIn(folder, 'lock');
  const id = randomUUID();
  const own = socketPathIn(folder, `lock-${id.slice(0, 8)}`);
  const server = await listen(own, id);
  try {
    await settle(own, lock, id, folder);
  } catch (error) {
    await close(server);
    throw error;
  }
  return async () => {
    if (await isSameFile(own, lock)) await unlink(lock);
    await close(server);
  };
}

/** Takes the lock and looks whether it was kept: of many who come at once upon a dead lock, all may have lost it. */
async function settle(own: string, lock: string, id: string, folder: string): Promise<void> {
  for (;;) {
    await putInPlace(own, lock, folder);
    await wait(SETTLE_MS);
    const holder = await whoHolds(lock);
    if (holder === id) return;
    if (holder !== null) throw inUse(folder);
  }
}

/** Gives `own` the lock's name, unless somebody alive has it. */
async function putInPlace(own: string, lock: string, folder: string): Promise<void> {
  for (;;) {
    if ((await whoHolds(lock)) !== null) throw inUse(folder);
    try {
      await link(own, lock);
      return;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    await removeDead(lock, `${own}-old`, folder);
  }
}

/** Moves it aside before it is removed: what was moved may be a newer, living lock. */
async function removeDead(lock: string, aside: string, folder: string): Promise<void> {
  try {
    await rename(lock, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if ((await whoHolds(aside)) !== null) {
    await rename(aside, lock);
    throw inUse(folder);
  }
  await unlink(aside);
}

async function lockByPipe(folder: string): Promise<() => Promise<void>> {
  const name = createHash('sha256').update(folder.toLowerCase()).digest('hex').slice(0, 32);
  try {
    const server = await listen(`\\\\.\\pipe\\tongyun-${name}`, name);
    return () => close(server);
  } catch (error) {
    throw codeOf(error) === 'EADDRINUSE' ? inUse(folder) : error;
  }
}

function socketPathIn(folder: string, name: string): string {
  const absolute = join(folder, `${name}.sock`);
  const near = relative(process.cwd(), absolute);
  const fitting = [absolute, near].find((path) => Buffer.byteLength(path) <= MAX_SOCKET_PATH_BYTES);
  if (fitting !== undefined) return fitting;
  throw new DomainError('DATA_FOLDER_PATH_TOO_LONG', 'Choose a data folder with a shorter path', {
    folder,
  });
}

/** Answers every knock with `id`, for as long as the process lives. */
function listen(path: string, id: string): Promise<Server> {
  const server = createServer((socket) => socket.on('error', () => socket.destroy()).end(id));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => resolve(server.unref()));
  });
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => server.close(() => resolve()));

/** The id of the living holder; null when nobody answers the door. */
function whoHolds(path: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(path).setEncoding('utf8').setTimeout(ANSWER_WITHIN_MS);
    let said = '';
    socket.on('data', (text: string) => (said += text));
    // A holder too busy to speak is alive all the same: the kernel let us in.
    socket.once('timeout', () => resolve(said));
    socket.once('end', () => resolve(said));
    socket.once('close', () => socket.destroy());
    socket.once('error', (error) => {
      const isNobody = ['ENOENT', 'ECONNREFUSED'].includes(codeOf(error) ?? '');
      if (isNobody) resolve(null);
      else reject(error);
    });
  });
}

async function isSameFile(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([a, b].map((path) => stat(path).catch(() => null)));
  return Boolean(one && other && one.ino === other.ino);
}

const codeOf = (error: unknown): string | undefined =>
  (error as NodeJS.ErrnoException | null)?.code;

const inUse = (folder: string) =>
  new DomainError('DATA_FOLDER_IN_USE', `Another process works in ${folder}: stop it first`, {
    folder,
  });
