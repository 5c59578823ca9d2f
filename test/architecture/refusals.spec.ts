import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import ts from 'typescript';
import { DETAIL_FORMS, isDetailName } from '../../apps/web/src/ui/detail-forms.js';
import { refusalsZhCN } from '../../apps/web/src/i18n/texts/refusals.zh-CN.js';
import { wordsOf } from '../../apps/web/src/ui/detail-words.js';

/** A refusal where the server states it, as the types have it. */
interface StatedRefusal {
  /** More than one where a rule chooses; none where the code is any text. */
  readonly codes: readonly string[];
  readonly details: readonly StatedDetail[];
  readonly where: string;
}

interface StatedDetail {
  readonly name: string;
  readonly type: ts.Type;
}

/** It hands on what a thread refused, whose details are found where the thread states them. */
const HANDED_ON = 'libs/intake/src/files/reading-job.ts';

const refusingFiles = (): string[] =>
  ['libs', 'apps']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path}`),
    )
    .filter((path) => /(?<!\.spec)\.ts$/.test(path) && path !== HANDED_ON)
    .filter((path) => readFileSync(path, 'utf8').includes('new DomainError('));

function openProgram(files: readonly string[]): ts.Program {
  const { config } = ts.readConfigFile('tsconfig.json', (path) => readFileSync(path, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, '.', { noEmit: true });
  return ts.createProgram([...files], options);
}

function statedRefusals(checker: ts.TypeChecker, source: ts.SourceFile): StatedRefusal[] {
  const found: StatedRefusal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'DomainError') {
      const [code, , details] = node.arguments ?? [];
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({
        codes: code ? literalsOf(checker.getTypeAtLocation(code)) : [],
        details: details ? partsOf(checker, checker.getTypeAtLocation(details), details) : [],
        where: `${source.fileName.replace(`${process.cwd()}/`, '')}:${line + 1}`,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The properties of details; of what is told by its parts, those parts too. */
function partsOf(checker: ts.TypeChecker, details: ts.Type, at: ts.Node): StatedDetail[] {
  return membersOf(details).flatMap((member) =>
    checker.getPropertiesOfType(member).flatMap((property) => {
      const { name } = property;
      const type = checker.getTypeOfSymbolAtLocation(property, at);
      const isInParts = isDetailName(name) && DETAIL_FORMS[name] === 'parts';
      return [{ name, type }, ...(isInParts ? partsOf(checker, type, at) : [])];
    }),
  );
}

const NOTHING = ts.TypeFlags.Null | ts.TypeFlags.Undefined;
const membersOf = (type: ts.Type): ts.Type[] =>
  (type.isUnion() ? type.types : [type]).filter(({ flags }) => (flags & NOTHING) === 0);
const literalsOf = (type: ts.Type): string[] =>
  membersOf(type).flatMap((member) => (member.isStringLiteral() ? [member.value] : []));
/** The codes that a value, or one of several, takes. */
const valuesOf = (checker: ts.TypeChecker, type: ts.Type): string[] =>
  membersOf(type).flatMap((member) => {
    const [item] = checker.isArrayType(member)
      ? checker.getTypeArguments(member as ts.TypeReference)
      : [];
    return literalsOf(item ?? member);
  });

describe('the refusals of the server', () => {
  let checker: ts.TypeChecker;
  let refusals: StatedRefusal[];

  beforeAll(() => {
    const files = refusingFiles();
    const program = openProgram(files);
    checker = program.getTypeChecker();
    refusals = files.flatMap((path) => statedRefusals(checker, program.getSourceFile(path)!));
  });

  it('are found, with their details', () => {
    const names = refusals.flatMap(({ details }) => details.map(({ name }) => name));

    expect(refusals.length).toBeGreaterThan(400);
    // Written out, behind a spread, in a constant, and inside another.
    expect(names).toEqual(expect.arrayContaining(['plateNo', 'heardAt', 'phones', 'endsAt']));
  });

  it('are each documented, and have a sentence on the pages', async () => {
    const documented = new Set((await readFile('docs/refusals.md', 'utf8')).match(/[A-Z_]+/g));
    const missing = refusals.flatMap(({ codes, where }) =>
      codes
        .filter((code) => !documented.has(code) || !Object.hasOwn(refusalsZhCN, code))
        .map((code) => `${code} ${where}`),
    );

    expect(missing).toEqual([]);
  });

  it('have no detail that is neither shown in words nor hidden for a reason', () => {
    const wordless = refusals.flatMap(({ details, where }) =>
      details.filter(({ name }) => !isDetailName(name)).map(({ name }) => `${name} ${where}`),
    );

    expect(wordless).toEqual([]);
  });

  it('still have every detail that is listed for the pages', () => {
    const stated = new Set(refusals.flatMap(({ details }) => details.map(({ name }) => name)));

    expect(Object.keys(DETAIL_FORMS).filter((name) => !stated.has(name))).toEqual([]);
  });

  it('have words in both languages for every code that a detail takes', () => {
    const wordless = refusals.flatMap(({ codes, details, where }) =>
      details
        .filter(({ name }) => isDetailName(name) && DETAIL_FORMS[name] !== 'hidden')
        .flatMap(({ name, type }) =>
          valuesOf(checker, type)
            .filter((value) => (codes.length > 0 ? codes : ['']).some(isWordless(name, value)))
            .map((value) => `${name} ${value} ${where}`),
        ),
    );

    expect(wordless).toEqual([]);
  });
});

const isWordless =
  (detail: string, value: string) =>
  (code: string): boolean =>
    (['zh-CN', 'en'] as const).some((language) => {
      const words = wordsOf(code, detail, language);
      return words !== null && (words === undefined || !Object.hasOwn(words, value));
    });
