import { type DistrictView, multiPolygon } from '@tongyun/contracts';
import type { DistrictVersionEntity } from '../../data/districts/district-version.entity.js';

export const toDistrictView = (
  { districtId, version, name, area, effectiveFrom, reason }: DistrictVersionEntity,
  plantNames: readonly string[],
): DistrictView => ({
  districtId,
  version,
  name,
  area: multiPolygon.parse(area),
  effectiveFrom: effectiveFrom.toISOString(),
  reason,
  plantNames: [...plantNames],
});
