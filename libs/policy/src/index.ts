export type { PolicyEvents } from './policy.events.js';
export { PolicyModule } from './policy.module.js';
export { type PolicyInForce, PolicyQueries } from './policy-queries.service.js';
export { wayOutPricesOf, weightsOf } from './rules/plan-weights.js';
export {
  LEAST_KEPT_DAYS,
  POLICY_KEYS,
  type PolicyKey,
  type PolicyValueOf,
} from './rules/policy-keys.js';
export { CITY } from './rules/value-in-force.js';
export { type PolicyDecision, SetPolicyService } from './set-policy.service.js';
