import {
  POLICY_KEYS,
  type PolicyKey,
  type PolicyQueries,
  type PolicyValueOf,
} from '@tongyun/policy';
import { z } from 'zod';

/** Values of policy to judge by instead of those in force. */
export type TriedRules = ReadonlyMap<PolicyKey, unknown>;

const entries = z.record(z.string(), z.unknown());

/**
 * Reads `{ "alerts.overspeed.limit_kph": 60 }`, each value as the policy's own schema has it.
 *
 * @returns what is wrong, a line for each, when something is
 */
export function readTriedRules(
  json: unknown,
):
  | { readonly ok: true; readonly rules: TriedRules }
  | { readonly ok: false; readonly faults: string[] } {
  const read = entries.safeParse(json);
  if (!read.success) return { ok: false, faults: ['the rules are an object of keys and values'] };
  const rules = new Map<PolicyKey, unknown>();
  const faults: string[] = [];
  for (const [key, value] of Object.entries(read.data)) {
    if (!Object.hasOwn(POLICY_KEYS, key)) {
      faults.push(`${key}: no such policy`);
      continue;
    }
    const known = key as PolicyKey;
    const parsed = POLICY_KEYS[known].schema.safeParse(value);
    if (parsed.success) rules.set(known, parsed.data);
    else faults.push(`${key}: ${parsed.error.issues.map(({ message }) => message).join(', ')}`);
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rules };
}

/** The policy as it would be if these rules had always been in force. */
export const withTriedRules = (
  policies: Pick<PolicyQueries, 'valueAt'>,
  rules: TriedRules,
): Pick<PolicyQueries, 'valueAt'> => ({
  valueAt: async (key, at, scopes, tx) =>
    rules.has(key)
      ? { value: rules.get(key) as PolicyValueOf<typeof key>, version: 'tried' }
      : policies.valueAt(key, at, scopes, tx),
});
