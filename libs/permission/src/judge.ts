import type { Interval } from '@tongyun/kernel';
import type { PermissionFacts } from './facts.js';
import { caseOf, type Finding } from './judged-case.js';
import type { Effect, Reason } from './reason.js';
import { REASON_RULES } from './reasons/index.js';

const EFFECTS_IN_ORDER: readonly Effect[] = ['forbids_road', 'forbids_work', 'notice'];

/**
 * Whether this vehicle, with this driver, may do this over the whole interval: every reason why
 * not, road reasons first; none when it may.
 *
 * @param interval half-open; one that is empty is judged as the instant it begins with
 */
export function judge(facts: PermissionFacts, interval: Interval): Reason[] {
  const findings = findAll(facts, interval);
  return EFFECTS_IN_ORDER.flatMap((effect) =>
    findings
      .filter((finding) => finding.effect === effect)
      .map(({ code, sentence, compared, overridableBy }) => ({
        code,
        effect,
        sentence,
        compared,
        policyVersion: facts.policyVersion,
        overridableBy,
      })),
  );
}

/** Every rule's findings with the time they stand for, in the rules' order. */
export const findAll = (facts: PermissionFacts, interval: Interval): Finding[] => {
  const judged = caseOf(facts, interval);
  return REASON_RULES.flatMap((rule) => rule(judged));
};
