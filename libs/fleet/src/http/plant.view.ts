import {
  type PlantLineView,
  polygon,
  type PlantRangeView,
  type PlantView,
} from '@tongyun/contracts';
import type { PlantEntity } from '../data/plant.entity.js';
import type { PlantLineEntity } from '../data/plant-line.entity.js';
import type { PlantRangeEntity } from '../data/plant-range.entity.js';

export const toPlantView = (
  plant: PlantEntity,
  range: PlantRangeEntity | null,
  ecoZones: readonly string[],
): PlantView => ({
  id: plant.id,
  enterpriseId: plant.enterpriseId,
  name: plant.name,
  position: { lng: plant.position.lng, lat: plant.position.lat },
  fenceRadiusM: plant.fenceRadiusM,
  licenceNo: plant.licenceNo,
  licenceState: plant.licenceState,
  isBranch: plant.isBranch,
  range: range && toPlantRangeView(range),
  ecoZones: [...ecoZones],
  version: plant.version,
});

const toPlantRangeView = (range: PlantRangeEntity): PlantRangeView => ({
  radiusM: range.radiusM,
  area: range.area && polygon.parse(range.area),
  measure: range.measure,
  effectiveFrom: range.effectiveFrom.toISOString(),
  reason: range.reason,
});

export const toPlantLineView = (line: PlantLineEntity): PlantLineView => ({
  id: line.id,
  plantId: line.plantId,
  name: line.name,
  rateM3PerHour: line.rateM3PerHour,
});
