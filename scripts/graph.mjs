// Draws the libs' dependencies into docs/architecture.md; with --check it only says whether that is up to date.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const PAGE = 'docs/architecture.md';
const BEGIN = '<!-- graph:begin -->';
const END = '<!-- graph:end -->';

const mermaid = execFileSync(
  process.execPath,
  [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    'apps',
    'libs',
    '--include-only',
    '^(apps|libs)',
    '--exclude',
    String.raw`[.-]spec\.ts$`,
    '--collapse',
    '^(apps|libs)/[^/]+',
    '--output-type',
    'mermaid',
  ],
  { encoding: 'utf8', maxBuffer: 32 * 1024 * 1024 },
);

const page = readFileSync(PAGE, 'utf8');
const [before, rest] = page.split(BEGIN);
const after = rest.split(END)[1];
const drawn = `${before}${BEGIN}\n\n\`\`\`mermaid\n${mermaid.trim()}\n\`\`\`\n\n${END}${after}`;

if (process.argv.includes('--check')) {
  if (drawn !== page) {
    console.error(`${PAGE} does not show the dependencies as they are: npm run graph`);
    process.exit(1);
  }
} else {
  writeFileSync(PAGE, drawn);
}
