import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { PLANTED } from './planted-violations.js';

const CONFIG = resolve('.dependency-cruiser.cjs');
const CRUISER = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

/** Copies what the rules are read with into a folder of its own, without any source. */
async function emptyWorkspace(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'tongyun-rules-'));
  await symlink(resolve('node_modules'), join(root, 'node_modules'));
  for (const name of ['package.json', 'tsconfig.json']) await copyFile(name, join(root, name));
  for (const name of ['apps', 'libs', 'database', 'test']) await mkdir(join(root, name));
  return root;
}

async function write(root: string, file: string, content: string): Promise<void> {
  await mkdir(dirname(join(root, file)), { recursive: true });
  await writeFile(join(root, file), content, { flag: 'a' });
}

async function plantAll(root: string): Promise<void> {
  for (const { target } of PLANTED) if (target) await write(root, target, 'export {};\n');
  for (const { file, imports } of PLANTED) await write(root, file, `import '${imports}';\n`);
}

function violationsIn(root: string): Violation[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [CRUISER, '--config', CONFIG, '--output-type', 'json', 'apps', 'libs', 'database', 'test'],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (!stdout.startsWith('{')) throw new Error(stderr);
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

describe('the dependency rules', () => {
  let root: string;
  let found: Violation[];

  beforeAll(async () => {
    root = await emptyWorkspace();
    await plantAll(root);
    found = violationsIn(root);
  });
  afterAll(() => rm(root, { recursive: true }));

  it.each(PLANTED)('$rule is broken by $file', ({ rule, file }) => {
    expect(found.filter(({ from }) => from === file).map((each) => each.rule.name)).toContain(rule);
  });

  it('are all planted here', () => {
    const { forbidden } = createRequire(CONFIG)(CONFIG) as { forbidden: { name: string }[] };
    const planted = new Set(PLANTED.map(({ rule }) => rule));

    expect(forbidden.map(({ name }) => name).filter((name) => !planted.has(name))).toEqual([]);
  });

  it('find nothing in a tree that keeps to them', async () => {
    const clean = await emptyWorkspace();
    await write(clean, 'libs/kernel/src/index.ts', 'export const one = 1;\n');
    await write(clean, 'libs/accounts/src/index.ts', "export { one } from '@tongyun/kernel';\n");
    await write(clean, 'libs/fleet/src/index.ts', "export { one } from '@tongyun/accounts';\n");

    expect(violationsIn(clean)).toEqual([]);
    await rm(clean, { recursive: true });
  });
});
