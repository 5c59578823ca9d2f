import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { aPdf, aPng } from '../../../../test/support/some-files.js';
import { FILE_KINDS, PHOTO_KINDS } from './file-kind.js';
import { FileStore } from './file-store.js';

describe('the store of files', () => {
  let folder: string;
  let store: FileStore;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'files-'));
    store = new FileStore(folder);
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('gives back what it was given, under a name of its own', async () => {
    const kept = await store.keep(aPdf('licence'), FILE_KINDS);

    expect(kept).toMatchObject({ kind: 'pdf', sizeBytes: aPdf('licence').length });
    expect(kept.name).toMatch(/^[0-9a-f-]{36}\.pdf$/);
    expect(await buffer(await store.read(kept.name))).toEqual(aPdf('licence'));
  });

  it('keeps two files of the same bytes apart', async () => {
    const [one, other] = [
      await store.keep(aPng(), FILE_KINDS),
      await store.keep(aPng(), FILE_KINDS),
    ];

    expect(one.name).not.toBe(other.name);
    expect(one.sha256).toBe(other.sha256);
  });

  it('keeps nothing of a file that is of another kind than asked for', async () => {
    await expect(store.keep(aPdf(), PHOTO_KINDS)).rejects.toMatchObject({
      code: 'FILE_KIND_UNSUPPORTED',
      details: { kinds: ['jpeg', 'png'] },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('keeps nothing of a file that it does not take', async () => {
    await expect(store.keep(Buffer.from('#!/bin/sh'), FILE_KINDS)).rejects.toMatchObject({
      code: 'FILE_KIND_UNSUPPORTED',
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(['../secret.pdf', 'passwd', '..%2fsecret.png', ''])(
    'reads no file that it did not name: %s',
    async (name) => {
      await writeFile(join(folder, 'secret.pdf'), 'secret');

      await expect(store.read(name)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
    },
  );

  it('has no more of a file that came to nothing', async () => {
    const kept = await store.keep(aPng(), FILE_KINDS);
    await store.drop(kept);

    await expect(store.read(kept.name)).rejects.toMatchObject({ code: 'FILE_NOT_FOUND' });
  });
});
