import type { MapEngine } from '../engine.js';
import { addFocusLayers } from './focus.js';
import { addPlantLayers, addPlantRangeLayers } from './plants.js';
import { addReplayLayers } from './replay.js';
import { addSiteLayers } from './sites.js';
import { addVehicleLayers } from './vehicles.js';
import { addZoneLayers } from './zones.js';

/** Everything that stands on the base, from the ground up. */
export function addLayers(engine: MapEngine): void {
  addZoneLayers(engine);
  addPlantRangeLayers(engine);
  addFocusLayers(engine);
  addPlantLayers(engine);
  addSiteLayers(engine);
  addVehicleLayers(engine);
  addReplayLayers(engine);
}

export { addEmergencyLayers, type EmergencyPicture, showEmergency } from './emergency.js';
export { showDraft, showEvidence, showSelected, showTrack } from './focus.js';
export { PLANT_LAYER, RANGE_LAYERS, showPlants } from './plants.js';
export { addPreviewLayer, type PreviewPlace, showPreview } from './preview.js';
export { type ReplayMarker, showReplayMarker, showReplayTrack } from './replay.js';
export { showSites, SITE_LAYER } from './sites.js';
export {
  STATE_COLORS,
  VEHICLE_STATES,
  type VehicleState,
  vehicleStateOf,
} from './vehicle-state.js';
export { setVehiclesVisible, showVehicles, VEHICLE_LAYERS } from './vehicles.js';
export { addZoneLayers, type DrawnZone, showZones, ZONE_COLORS, ZONE_LAYERS } from './zones.js';
