import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { serveWeb } from './serve-web.js';

@Module({})
class NoRoutes {}

describe('serveWeb', () => {
  let folder: string;
  let app: NestExpressApplication;
  let url: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tongyun-web-'));
    for (const file of ['index.html', 'driver.html', 'manifest.json', 'api/v1/kept', 'metrics']) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), file);
    }
    app = await NestFactory.create<NestExpressApplication>(NoRoutes, { logger: false });
    serveWeb(app, folder);
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  afterAll(async () => {
    await app?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const get = async (path: string) => {
    const response = await fetch(`${url}${path}`);
    return response.ok ? await response.text() : response.status;
  };

  it.each([
    { path: '/', file: 'index.html' },
    { path: '/manifest.json', file: 'manifest.json' },
    { path: '/driver/trips/7', file: 'driver.html' },
  ])('answers $path with $file', async ({ path, file }) => {
    expect(await get(path)).toBe(file);
  });

  it.each(['/api/v1/kept', '/metrics'])('does not look for a file named %s', async (path) => {
    expect(await get(path)).toBe(404);
  });

  it('serves nothing where no pages were built', () => {
    expect(serveWeb(app, join(folder, 'none'))).toBe(false);
  });
});
