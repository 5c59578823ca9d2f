const OF_PLACE = /^(range|zone) (.+)$/;
const POLICIES = 'policy ';
const DECIDED = /^(?:([a-z_.]+) )?(city|(?:district|enterprise|plant):.+)\/(\d+)$/;
const ZONES = /^zones-[\da-f]+$/;

/** One thing that an alert was judged by. */
export type RulePart =
  | { readonly kind: 'range' | 'zone'; readonly version: string }
  /** A decided policy: its key, where it is told, whom it holds for, and which decision it was. */
  | {
      readonly kind: 'policy';
      readonly key: string | null;
      readonly scope: string;
      readonly version: string;
    }
  /** What came with the product and nobody has decided otherwise. */
  | { readonly kind: 'shipped' }
  /** Every zone that was in force then. */
  | { readonly kind: 'zones' }
  | { readonly kind: 'officer' }
  /** An approval, by its own name. */
  | { readonly kind: 'other'; readonly text: string };

/** Takes apart what an alert was judged by: `zone 3; policy shipped, alerts.end_fixes city/2` is of three parts. */
export const readRuleVersion = (ruleVersion: string): readonly RulePart[] =>
  ruleVersion
    .split('; ')
    .flatMap((text) =>
      text.startsWith(POLICIES)
        ? text.slice(POLICIES.length).split(', ').map(readPart)
        : [readPart(text)],
    );

function readPart(text: string): RulePart {
  if (text === 'officer' || text === 'shipped') return { kind: text };
  if (ZONES.test(text)) return { kind: 'zones' };
  const [, place, placeVersion] = OF_PLACE.exec(text) ?? [];
  if (place !== undefined && placeVersion !== undefined) {
    return { kind: place as 'range' | 'zone', version: placeVersion };
  }
  const [, key = null, scope, version] = DECIDED.exec(text) ?? [];
  if (scope === undefined || version === undefined) return { kind: 'other', text };
  return { kind: 'policy', key, scope, version };
}
