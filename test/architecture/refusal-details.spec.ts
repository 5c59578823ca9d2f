import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { DETAIL_FORMS, isDetailName } from '../../apps/web/src/ui/detail-forms.js';
import { wordsOf } from '../../apps/web/src/ui/detail-words.js';

/** What the server may say beside a refusal's sentence, as the types have it. */
interface StatedDetail {
  readonly codes: readonly string[];
  readonly name: string;
  readonly type: ts.Type;
  readonly where: string;
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

function statedDetails(checker: ts.TypeChecker, source: ts.SourceFile): StatedDetail[] {
  const found: StatedDetail[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'DomainError') {
      const [code, , details] = node.arguments ?? [];
      if (code && details) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push(
          ...partsOf(checker, checker.getTypeAtLocation(details), details).map((part) => ({
            ...part,
            codes: literalsOf(checker.getTypeAtLocation(code)),
            where: `${source.fileName.replace(`${process.cwd()}/`, '')}:${line + 1}`,
          })),
        );
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The properties of details; of what is told by its parts, those parts too. */
function partsOf(
  checker: ts.TypeChecker,
  details: ts.Type,
  at: ts.Node,
): Pick<StatedDetail, 'name' | 'type'>[] {
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

describe('the details of the server’s refusals', () => {
  let checker: ts.TypeChecker;
  let details: StatedDetail[];

  beforeAll(() => {
    const files = refusingFiles();
    const program = openProgram(files);
    checker = program.getTypeChecker();
    details = files.flatMap((path) => statedDetails(checker, program.getSourceFile(path)!));
  });

  it('are found', () => {
    const names = details.map(({ name }) => name);

    expect(names.length).toBeGreaterThan(300);
    // Written out, behind a spread, in a constant, and inside another.
    expect(names).toEqual(expect.arrayContaining(['plateNo', 'heardAt', 'phones', 'endsAt']));
  });

  it('are each shown in words, or hidden for a reason', () => {
    const wordless = details.filter(({ name }) => !isDetailName(name));

    expect(wordless.map(({ name, where }) => `${name} ${where}`)).toEqual([]);
  });

  it('are listed for the pages only while the server has them', () => {
    const stated = new Set(details.map(({ name }) => name));

    expect(Object.keys(DETAIL_FORMS).filter((name) => !stated.has(name))).toEqual([]);
  });

  it('have words in both languages for every code that they take', () => {
    const wordless = details.flatMap(({ codes, name, type, where }) => {
      if (!isDetailName(name) || DETAIL_FORMS[name] === 'hidden') return [];
      return valuesOf(checker, type)
        .filter((value) =>
          (codes.length > 0 ? codes : ['']).some((code) => !isTold(code, name, value)),
        )
        .map((value) => `${name} ${value} ${where}`);
    });

    expect(wordless).toEqual([]);
  });
});

const isTold = (code: string, name: string, value: string): boolean =>
  (['zh-CN', 'en'] as const).every((language) => {
    const words = wordsOf(code, name, language);
    return words === null || (words !== undefined && Object.hasOwn(words, value));
  });
