import { readFile } from 'node:fs/promises';

const FIRST_TO_LAST = Array.from({ length: 60 }, (_, index) => index + 1);

interface Requirement {
  readonly no: number;
  readonly state: string;
  /** What is missing, or why; empty when nothing is said. */
  readonly said: string;
  readonly shownBy: readonly { readonly file: string; readonly name: string }[];
}

async function readRequirements(): Promise<Requirement[]> {
  const text = await readFile('docs/requirements.md', 'utf8');
  const [, ...items] = text.split(/^- (?=\*\*R)/m);
  return items.map((item) => {
    const head = /^\*\*R(\d+)\*\* .+ — _(done|in part|not yet)_(?:: (.+))?$/m.exec(item);
    if (!head) throw new Error(`not written as the others are: ${item}`);
    const shownBy = [...item.matchAll(/^ {2}- `([^`]+\.(?:spec|e2e)\.ts)` “([^”]+)”$/gm)];
    return {
      no: Number(head[1]),
      state: head[2]!,
      said: head[3] ?? '',
      shownBy: shownBy.map(([, file, name]) => ({ file: file!, name: name! })),
    };
  });
}

describe('docs/requirements.md', () => {
  let requirements: Requirement[];

  beforeAll(async () => {
    requirements = await readRequirements();
  });

  it('lists R1 to R60, each once and in order', () => {
    expect(requirements.map(({ no }) => no)).toEqual(FIRST_TO_LAST);
  });

  it('names specs where something is there, none where nothing is, and says what is missing', () => {
    const wrong = requirements.filter(({ state, said, shownBy }) => {
      if (state === 'not yet') return shownBy.length > 0;
      return shownBy.length === 0 || (state === 'in part') !== (said !== '');
    });

    expect(wrong).toEqual([]);
  });

  it('names specs by the names that they have', async () => {
    const named = requirements.flatMap(({ no, shownBy }) =>
      shownBy.map((spec) => ({ no, ...spec })),
    );

    const missing = await Promise.all(
      named.map(async (spec) => {
        const source = await readFile(spec.file, 'utf8').catch(() => '');
        return ['it', 'test'].some((says) => source.includes(`${says}('${spec.name}'`))
          ? []
          : [spec];
      }),
    );

    expect(missing.flat()).toEqual([]);
  });
});
