import type { LaboratoryView } from '@tongyun/contracts';
import type { Laboratory } from '../../laboratory/laboratory-queries.service.js';
import { isInForce } from '../../rules/laboratory/judge-mix.js';
import { hasReached, requiredMpaOf } from '../../rules/laboratory/strength.js';

export const toLaboratoryView = ({
  plant,
  rules,
  mixes,
  lots,
  latestLotIds,
  strengths,
  rate,
  today,
}: Laboratory): LaboratoryView => ({
  plantId: plant.id,
  mustKnowMaterials: rules.mustKnowMaterials,
  mixDesigns: mixes.map((mix) => ({
    mixDesignNo: mix.mixDesignNo,
    grade: mix.grade,
    materials: mix.materials,
    approverName: mix.approverName,
    validFrom: mix.validFrom,
    validTo: mix.validTo,
    isInForce: isInForce(mix, today),
    recordedAt: mix.recordedAt.toISOString(),
  })),
  materialLots: lots.map((lot) => ({
    material: lot.material,
    lotNo: lot.lotNo,
    supplierName: lot.supplierName,
    reportNo: lot.reportNo,
    hasPassed: lot.hasPassed,
    inspectorName: lot.inspectorName,
    testedOn: lot.testedOn,
    isLatest: latestLotIds.has(lot.id),
    recordedAt: lot.recordedAt.toISOString(),
  })),
  strengthTests: strengths.map((test) => ({
    ticketNo: test.ticketNo,
    grade: test.grade,
    ageDays: test.ageDays,
    strengthMpa: test.strengthMpa,
    requiredMpa: requiredMpaOf(test.grade),
    hasPassed: hasReached(test),
    reportNo: test.reportNo,
    inspectorName: test.inspectorName,
    testedOn: test.testedOn,
    recordedAt: test.recordedAt.toISOString(),
  })),
  strength: { ...rate, targetPct: rules.targetPct },
});
