import { z } from 'zod';
import { instant, instantIn, pageOf, reasonText } from './common.js';

/** How sure we are of a value: seen in a source, computed, from memory, weakly sourced, decided. */
export const confidence = z.enum(['seen', 'computed', 'memory', 'weak', 'decided']);

export const policyView = z.object({
  key: z.string(),
  scope: z.string(),
  version: z.number().int(),
  value: z.unknown(),
  effectiveFrom: instant,
  source: z.string(),
  confidence,
  /** Null for a value that ships with the product. */
  decidedBy: z.uuid().nullable(),
  reason: z.string(),
});
export type PolicyView = z.infer<typeof policyView>;
export const policyPage = pageOf(policyView);

export const setPolicyRequest = z.object({
  key: z.string().max(80),
  /** `city`, `district:<name>`, `enterprise:<id>` or `plant:<id>`. */
  scope: z.string().max(80).default('city'),
  value: z.unknown(),
  effectiveFrom: instantIn,
  source: z.string().trim().min(1).max(200),
  confidence: confidence.default('decided'),
  reason: reasonText,
});
export type SetPolicyRequest = z.infer<typeof setPolicyRequest>;
