import type { DecisionView, RegistrationView } from '@tongyun/contracts';
import type { ComplianceDecisionEntity } from '../data/compliance-decision.entity.js';
import type { RegistrationRow } from '../data/registration.repository.js';

export const toRegistrationView = (row: RegistrationRow): RegistrationView => ({
  ...row,
  updatedAt: row.updatedAt.toISOString(),
});

export const toDecisionView = (decision: ComplianceDecisionEntity): DecisionView => ({
  fromState: decision.fromState,
  toState: decision.toState,
  reason: decision.reason,
  decidedBy: decision.decidedBy,
  decidedAt: decision.decidedAt.toISOString(),
});
