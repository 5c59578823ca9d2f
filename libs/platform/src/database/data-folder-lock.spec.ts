import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockDataFolder } from './data-folder-lock.js';

/** Listens on the lock's path until it is killed, as a process that died without tidying up. */
const HOLDER = `require('node:net').createServer((s) => s.end('holder'))
  .listen(process.argv[1], () => console.log('listening'))`;

/** Where specs keep things within the working directory, from which the way to them is short. */
const CACHE = join('node_modules', '.cache');
const LONGEST_SOCKET_PATH = 100;

describe('lockDataFolder', () => {
  let folder: string;
  let holder: ChildProcess | undefined;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tongyun-lock-'));
  });
  afterEach(async () => {
    holder?.kill('SIGKILL');
    await rm(folder, { recursive: true });
  });

  const startHolder = () =>
    new Promise<void>((resolve) => {
      holder = spawn(process.execPath, ['-e', HOLDER, join(folder, 'lock.sock')]);
      holder.stdout!.once('data', () => resolve());
    });
  const killHolder = () =>
    new Promise<void>((resolve) => {
      holder!.once('exit', () => resolve());
      holder!.kill('SIGKILL');
    });

  it('refuses the second who comes', async () => {
    const unlock = await lockDataFolder(folder);

    await expect(lockDataFolder(folder)).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
    await unlock();
  });

  it('lets the next in once it was given back, and leaves nothing behind', async () => {
    const unlock = await lockDataFolder(folder);
    await unlock();
    const unlockAgain = await lockDataFolder(folder);
    await unlockAgain();

    expect(await readdir(folder)).toEqual([]);
  });

  it('refuses while another process lives and takes over when it was killed', async () => {
    await startHolder();
    await expect(lockDataFolder(folder)).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' });

    await killHolder();
    const unlock = await lockDataFolder(folder);

    await expect(lockDataFolder(folder)).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
    await unlock();
  });

  it('lets one of many in who come at once upon a dead lock', async () => {
    await startHolder();
    await killHolder();

    const comers = await Promise.allSettled(
      Array.from({ length: 12 }, () => lockDataFolder(folder)),
    );
    const winners = comers.filter((comer) => comer.status === 'fulfilled');

    expect(winners).toHaveLength(1);
    await winners[0]!.value();
  });

  it('works in a folder whose absolute path is too long for a socket', async () => {
    await mkdir(CACHE, { recursive: true });
    const near = await mkdtemp(join(CACHE, 'lock-'));
    const long = join(process.cwd(), near, 'x'.repeat(45));
    try {
      expect(join(long, 'lock-12345678.sock').length).toBeGreaterThan(LONGEST_SOCKET_PATH);
      const unlock = await lockDataFolder(long);
      await expect(lockDataFolder(long)).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
      await unlock();
    } finally {
      await rm(near, { recursive: true });
    }
  });
});
