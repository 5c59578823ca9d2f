import type { PolicyView } from '@tongyun/contracts';
import type { PolicyValueEntity } from '../data/policy-value.entity.js';
import { POLICY_KEYS } from '../rules/policy-keys.js';
import { CITY } from '../rules/value-in-force.js';

export const toPolicyView = (row: PolicyValueEntity): PolicyView => ({
  key: row.key,
  scope: row.scope,
  version: row.version,
  value: row.value,
  effectiveFrom: row.effectiveFrom.toISOString(),
  source: row.source,
  confidence: row.confidence as PolicyView['confidence'],
  decidedBy: row.decidedBy,
  reason: row.reason,
});

/** Version 0 of every key: what holds for the city until somebody decides. */
export const shippedViews = (): PolicyView[] =>
  Object.entries(POLICY_KEYS).map(([key, { value, source, confidence }]) => ({
    key,
    scope: CITY,
    version: 0,
    value,
    effectiveFrom: new Date(0).toISOString(),
    source,
    confidence,
    decidedBy: null,
    reason: 'Ships with the product',
  }));

/** The order of the list, as text: key, scope, version. */
export const orderKeyOf = ({ key, scope, version }: PolicyView): string =>
  `${key} ${scope} ${String(version).padStart(6, '0')}`;
