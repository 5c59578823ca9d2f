import { readFileSync } from 'node:fs';
import { readServerConfig } from '../../apps/server/src/config.js';
import { PRODUCT_FLAGS } from '../../scripts/product-flags.mjs';

const read = (name: string): string => readFileSync(`docker/${name}`, 'utf8');

/** `NAME=value` of each line, also of those that wait to be taken out of their comment. */
const settingsOf = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/^(?:# )?([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name, value]) => [
      name!,
      value!,
    ]),
  );

describe('the image', () => {
  it('runs the product as npm start does', () => {
    const [, command] = /^CMD (\[.*\])$/m.exec(read('Dockerfile')) ?? [];

    expect(JSON.parse(command!)).toEqual(['node', ...PRODUCT_FLAGS, 'dist/apps/server/main.js']);
  });

  it('is built of what the repository keeps: no passwords, keys or data of this machine', () => {
    const leftOut = read('Dockerfile.dockerignore').trim().split('\n');
    const folders = readFileSync('.gitignore', 'utf8')
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('/') || line.endsWith('/'))
      .map((line) => line.replaceAll(/^\/|\/$/g, ''));

    expect(folders).toContain('docker/.env');
    expect(leftOut).toEqual(expect.arrayContaining(folders));
  });

  it('publishes the ports that the product listens on', () => {
    const { PORT, JT808_PORT } = readServerConfig({});

    expect(read('Dockerfile')).toContain(`EXPOSE ${PORT} ${JT808_PORT}\n`);
    expect(read('compose.yaml')).toMatch(
      new RegExp(String.raw`ports:\s+- '${PORT}:${PORT}'\s+- '${JT808_PORT}:${JT808_PORT}'`),
    );
  });
});

describe('the settings of the example', () => {
  const { POSTGRES_PASSWORD: _, ...settings } = Object.fromEntries(
    settingsOf(read('.env.example')),
  );

  it('are ones that the product reads', () => {
    expect(readServerConfig(settings)).toMatchObject(settings);
    expect(Object.keys(settings).length).toBeGreaterThan(3);
  });
});
