import { type Role, ROLES } from '@tongyun/kernel';
import { readFile } from 'node:fs/promises';

/** What docs/roles.md says: who may what, and where each permission is asked for. */
export interface RolesTable {
  /** The roles that hold a permission, in the columns' order. */
  readonly holders: ReadonlyMap<string, readonly Role[]>;
  /** Under each permission its routes (`GET /orders`) and socket commands (`watch order`). */
  readonly asked: ReadonlyMap<string, readonly string[]>;
  /** What is said of whose rows a permission is for. */
  readonly scopes: ReadonlyMap<string, string>;
  /** Routes that ask nobody who he is. */
  readonly open: readonly string[];
}

export async function readRolesTable(): Promise<RolesTable> {
  const text = await readFile('docs/roles.md', 'utf8');
  const sections = new Map(
    sectionsOf(text, '### ').map(([name, body]) => [name, body.split(/^## /m)[0]!]),
  );
  const [, open] = sectionsOf(text, '## ').find(([name]) => name === 'Open to all') ?? [];
  if (open === undefined) throw new Error('docs/roles.md has no section "Open to all"');
  return {
    holders: holdersOf(text),
    asked: new Map([...sections].map(([name, body]) => [name, listOf(body)])),
    scopes: new Map([...sections].map(([name, body]) => [name, body.split(/^- /m)[0]!.trim()])),
    open: listOf(open),
  };
}

/** Each heading of this level with the text up to the next. */
const sectionsOf = (text: string, mark: string): [string, string][] =>
  text
    .split(new RegExp(`^${mark}`, 'm'))
    .slice(1)
    .map((part) => {
      const [heading = '', ...rest] = part.split('\n');
      return [heading.trim(), rest.join('\n')];
    });

const listOf = (body: string): string[] =>
  [...body.matchAll(/^- `([^`]+)`$/gm)].map(([, line]) => line!);

function holdersOf(text: string): Map<string, Role[]> {
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  const head = rows.findIndex((line) => cellsOf(line)[0] === 'permission');
  const roles = cellsOf(rows[head]!).slice(1);
  if (roles.join() !== ROLES.join()) throw new Error(`other columns than the roles: ${roles}`);
  return new Map(
    rows.slice(head + 2).map((line) => {
      const [permission = '', ...marks] = cellsOf(line);
      if (marks.length !== ROLES.length || marks.some((mark) => !['', '●'].includes(mark))) {
        throw new Error(`not a row of the table of roles: ${line}`);
      }
      return [permission.replaceAll('`', ''), ROLES.filter((_, place) => marks[place] === '●')];
    }),
  );
}

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
