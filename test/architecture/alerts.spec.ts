import { readFile } from 'node:fs/promises';
import { alertCode } from '@tongyun/contracts';
import { POLICY_KEYS } from '@tongyun/policy';

interface AlertRow {
  readonly code: string;
  readonly policies: readonly string[];
  readonly rule: string;
  readonly scenario: { readonly file: string; readonly name: string };
}

async function readAlerts(): Promise<AlertRow[]> {
  const text = await readFile('docs/alerts.md', 'utf8');
  return [...text.matchAll(/^\| `.+$/gm)].map(([line]) => {
    const [code, , , , policies, rule, scenario] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const [, file, name] = /^`([^`]+)` “([^”]+)”$/.exec(scenario ?? '') ?? [];
    if (!code || !rule || !file || !name) throw new Error(`not written as the others are: ${line}`);
    return {
      code: code.replaceAll('`', ''),
      policies: [...(policies ?? '').matchAll(/`([^`]+)`/g)].map(([, key]) => key!),
      rule: rule.replaceAll('`', ''),
      scenario: { file, name },
    };
  });
}

/** A row of a map: letters are places and `=` a zone, with room between or before them. */
const ROW = /'(?=[^']*[a-z=])(?: [ =a-z]*|[ =a-z]*(?: {2}|=)[ =a-z]*)'/;

/** The first row of the map of a scenario, in it or in a constant that it names; undefined: none. */
function readDrawing(source: string, name: string): string | undefined {
  const [, after = ''] = source.split(`'${name}'`);
  const [scenario = ''] = after.split(/what: '|\n\s*it(?:\.each)?[(<]/);
  const constants = [...source.matchAll(/^ *const (\w+) = (.*)$/gm)]
    .filter(([, constant]) => new RegExp(`\\b${constant}\\b`).test(scenario))
    .map(([, , value]) => value);
  return [scenario, ...constants].flatMap((text) => ROW.exec(text ?? '') ?? [])[0];
}

const sourceOf = (file: string): Promise<string> => readFile(file, 'utf8');

describe('docs/alerts.md', () => {
  let alerts: AlertRow[];

  beforeAll(async () => {
    alerts = await readAlerts();
  });

  it('lists every kind of alert, each once', () => {
    expect(alerts.map(({ code }) => code).toSorted()).toEqual(alertCode.options.toSorted());
  });

  it('names the rule that finds each', async () => {
    for (const { code, rule } of alerts) {
      const isOfSighting = code === 'plate_mismatch'; // named where it is raised
      expect([code, await sourceOf(rule)]).toEqual([
        code,
        expect.stringContaining(isOfSighting ? 'apart' : `'${code}'`),
      ]);
    }
  });

  it('names a scenario of each by the name that it has', async () => {
    for (const { code, scenario } of alerts) {
      const source = await sourceOf(scenario.file);
      expect([code, source]).toEqual([code, expect.stringContaining(`'${scenario.name}'`)]);
      expect([code, source]).toEqual([code, expect.stringContaining(code)]);
    }
  });

  it('draws that scenario as a small map', async () => {
    for (const { code, scenario } of alerts) {
      const source = await sourceOf(scenario.file);
      expect([code, readDrawing(source, scenario.name)]).toEqual([code, expect.any(String)]);
    }
  });

  it('measures by policy values that there are', () => {
    const unknown = alerts.flatMap(({ policies }) =>
      policies.filter((key) => !(key in POLICY_KEYS)),
    );

    expect(unknown).toEqual([]);
  });
});
