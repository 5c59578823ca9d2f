import type { PassApplicationResults, PassApplicationView } from '@tongyun/contracts';
import type { PassApplicationRow } from '../data/pass-application.repository.js';
import type { ItemResult } from '../item-results.js';
import { dueStepOf } from '../rules/pass-application.js';

export const toPassApplicationView = ({
  application,
  plateNo,
  enterpriseName,
}: PassApplicationRow): PassApplicationView => ({
  id: application.id,
  applicationNo: application.applicationNo,
  vehicleId: application.vehicleId,
  plateNo,
  enterpriseId: application.enterpriseId,
  enterpriseName,
  renewsPassId: application.renewsPassId,
  zoneIds: application.zoneIds,
  roads: application.roads,
  routes: application.routes,
  hours: application.hours,
  validFrom: application.validFrom.toISOString(),
  validTo: application.validTo.toISOString(),
  state: application.state,
  steps: application.steps,
  dueStep: dueStepOf(application),
  passId: application.passId,
  appliedAt: application.appliedAt.toISOString(),
  version: application.version,
});

export const toPassApplicationResults = (
  results: readonly ItemResult<PassApplicationRow>[],
): PassApplicationResults => ({
  items: results.map(({ id, done, refusal }) => ({
    id,
    application: done && toPassApplicationView(done),
    refusal,
  })),
});
