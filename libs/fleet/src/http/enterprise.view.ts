import type { EnterpriseModeDecisionView, EnterpriseView } from '@tongyun/contracts';
import type { EnterpriseEntity } from '../data/enterprise.entity.js';
import type { EnterpriseModeDecisionEntity } from '../data/enterprise-mode-decision.entity.js';

export const toEnterpriseView = (enterprise: EnterpriseEntity): EnterpriseView => ({
  id: enterprise.id,
  name: enterprise.name,
  shortName: enterprise.shortName,
  district: enterprise.district,
  mode: enterprise.mode,
  creditGrade: enterprise.creditGrade,
  isBarred: enterprise.isBarred,
  areOrdersBlocked: enterprise.areOrdersBlocked,
  version: enterprise.version,
});

export const toModeDecisionView = (
  decision: EnterpriseModeDecisionEntity,
): EnterpriseModeDecisionView => ({
  fromMode: decision.fromMode,
  toMode: decision.toMode,
  reason: decision.reason,
  decidedBy: decision.decidedBy,
  decidedAt: decision.decidedAt.toISOString(),
});
