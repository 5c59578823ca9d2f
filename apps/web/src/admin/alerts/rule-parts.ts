const VERSIONED = /^(range|zone|policy) (.+)$/;

/** One thing that an alert was judged by. */
export type RulePart =
  | { readonly kind: 'range' | 'zone' | 'policy'; readonly version: string }
  | { readonly kind: 'officer' }
  /** An approval, by its own name. */
  | { readonly kind: 'other'; readonly text: string };

/** Takes apart what an alert was judged by: `zone 3; policy ab12` is of a zone and of the policy. */
export const readRuleVersion = (ruleVersion: string): readonly RulePart[] =>
  ruleVersion.split('; ').map((text) => {
    if (text === 'officer') return { kind: 'officer' };
    const [, kind, version] = VERSIONED.exec(text) ?? [];
    if (kind === undefined || version === undefined) return { kind: 'other', text };
    return { kind: kind as 'range' | 'zone' | 'policy', version };
  });
