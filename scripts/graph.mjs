// Draws the libs' dependencies into docs/architecture.md; with --check it draws nothing, and says whether every
// dependency keeps to the rules and the picture is up to date: both from one reading of the sources, which takes longest.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cruise, format } from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const PAGE = 'docs/architecture.md';
const BEGIN = '<!-- graph:begin -->';
const END = '<!-- graph:end -->';
const SOURCES = ['apps', 'libs', 'database', 'test', 'bench'];
const RULES = createRequire(import.meta.url)('../.dependency-cruiser.cjs');

const { output: read } = await cruise(
  SOURCES,
  { ...RULES.options, ruleSet: RULES, validate: true },
  RULES.options.enhancedResolveOptions,
  { tsConfig: extractTsConfig(RULES.options.tsConfig.fileName) },
);
const { output: mermaid } = await format(read, {
  outputType: 'mermaid',
  includeOnly: '^(apps|libs)',
  exclude: String.raw`[.-]spec\.ts$`,
  collapse: '^(apps|libs)/[^/]+',
});

const page = readFileSync(PAGE, 'utf8');
const [before, rest] = page.split(BEGIN);
const after = rest.split(END)[1];
const drawn = `${before}${BEGIN}\n\n\`\`\`mermaid\n${mermaid.trim()}\n\`\`\`\n\n${END}${after}`;

if (process.argv.includes('--check')) {
  const { output: said, exitCode: broken } = await format(read, { outputType: 'err' });
  console.log(said.trim());
  if (drawn !== page) {
    console.error(`${PAGE} does not show the dependencies as they are: npm run graph`);
  }
  process.exitCode = broken > 0 || drawn !== page ? 1 : 0;
} else {
  writeFileSync(PAGE, drawn);
}
