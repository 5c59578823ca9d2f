import { drawZoneRequest, setPlantRangeRequest } from '@tongyun/contracts';
import {
  POLICY_KEYS,
  type PolicyKey,
  type PolicyQueries,
  type PolicyValueOf,
} from '@tongyun/policy';
import { z } from 'zod';

const triedZone = drawZoneRequest
  .omit({ effectiveFrom: true, reason: true })
  .extend({ zoneId: z.uuid().optional() });
const triedRange = z
  .object({
    plantId: z.uuid(),
    radiusM: setPlantRangeRequest.shape.radiusM,
    area: setPlantRangeRequest.shape.area,
    measure: setPlantRangeRequest.shape.measure,
  })
  .refine(({ radiusM, area }) => (radiusM === null) !== (area === null), {
    message: 'state either a radius or an area',
  });

/** What to judge by instead of what was in force; each as if it had always been. */
export interface TriedRules {
  readonly policies: ReadonlyMap<PolicyKey, unknown>;
  /** As the zones' endpoint takes them; `zoneId`: in place of that zone, else beside all. */
  readonly zones: readonly z.infer<typeof triedZone>[];
  /** As the plants' endpoint takes them, at most one of a plant. */
  readonly supplyRanges: readonly z.infer<typeof triedRange>[];
}

const entries = z.record(z.string(), z.unknown());

/**
 * Reads `{ "alerts.overspeed.limit_kph": 60, "zones": […], "supplyRanges": […] }`: each value as the
 * policy's own schema has it, each zone and range as its endpoint does, without from when and why.
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
  const { zones: zonesSent = [], supplyRanges: rangesSent = [], ...values } = read.data;
  const policies = readPolicies(values);
  const zones = readList('zones', triedZone, zonesSent, ({ zoneId }) => zoneId);
  const supplyRanges = readList('supplyRanges', triedRange, rangesSent, ({ plantId }) => plantId);
  const faults = [...policies.faults, ...zones.faults, ...supplyRanges.faults];
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    rules: { policies: policies.rules, zones: zones.items, supplyRanges: supplyRanges.items },
  };
}

function readPolicies(values: Readonly<Record<string, unknown>>) {
  const rules = new Map<PolicyKey, unknown>();
  const faults: string[] = [];
  for (const [key, value] of Object.entries(values)) {
    if (!Object.hasOwn(POLICY_KEYS, key)) {
      faults.push(`${key}: no such policy`);
      continue;
    }
    const known = key as PolicyKey;
    const parsed = POLICY_KEYS[known].schema.safeParse(value);
    if (parsed.success) rules.set(known, parsed.data);
    else faults.push(`${key}: ${wordsOf(parsed.error)}`);
  }
  return { rules, faults };
}

/** @param idOf of what there is once at most; undefined where it is new */
function readList<Item>(
  name: string,
  schema: z.ZodType<Item>,
  sent: unknown,
  idOf: (item: Item) => string | undefined,
) {
  const items: Item[] = [];
  const faults: string[] = [];
  const ids = new Set<string>();
  const list = Array.isArray(sent) ? sent : [];
  if (!Array.isArray(sent)) faults.push(`${name}: a list is expected`);
  for (const [place, value] of list.entries()) {
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      faults.push(`${name}[${place}]: ${wordsOf(parsed.error)}`);
      continue;
    }
    const id = idOf(parsed.data);
    if (id !== undefined && ids.has(id)) faults.push(`${name}[${place}]: ${id} is there twice`);
    if (id !== undefined) ids.add(id);
    items.push(parsed.data);
  }
  return { items, faults };
}

const wordsOf = (error: z.ZodError): string =>
  error.issues
    .map(({ path, message }) => (path.length === 0 ? message : `${path.join('.')}: ${message}`))
    .join(', ');

/** The policy as it would be if these values had always been in force. */
export const withTriedPolicies = (
  policies: Pick<PolicyQueries, 'valueAt'>,
  tried: TriedRules['policies'],
): Pick<PolicyQueries, 'valueAt'> => ({
  valueAt: async (key, at, scopes, tx) =>
    tried.has(key)
      ? { value: tried.get(key) as PolicyValueOf<typeof key>, version: 'tried' }
      : policies.valueAt(key, at, scopes, tx),
});
