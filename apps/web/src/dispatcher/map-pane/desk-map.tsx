import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CityMap } from '../../map/city-map.js';
import type { MapEngine } from '../../map/engine.js';
import { addLayers } from '../../map/layers/index.js';
import { useDesk } from '../desk.js';
import { ReplayPanel } from '../replay/replay-panel.js';
import { allPlants, allSites, allZones } from '../queries.js';
import { VehicleCard } from '../vehicles/vehicle-card.js';
import { MapLegend } from './map-legend.js';
import { useMapClicks } from './use-map-clicks.js';
import { useMapFocus } from './use-map-focus.js';
import { useMapPlaces } from './use-map-places.js';
import { useMapVehicles } from './use-map-vehicles.js';

/** The live map with everything the desk knows on it. */
export function DeskMap() {
  const { t } = useTranslation('dispatcher');
  const { state } = useDesk();
  const [engine, setEngine] = useState<MapEngine | null>(null);
  const onEngine = useCallback((created: MapEngine | null) => {
    if (created) addLayers(created);
    setEngine(created);
  }, []);
  const plants = useQuery(allPlants());
  const sites = useQuery(allSites());
  const zones = useQuery(allZones());

  useMapPlaces(engine, plants.data, sites.data, zones.data);
  useMapVehicles(engine);
  useMapFocus(engine);
  useMapClicks(engine);

  return (
    <section
      className={`desk-map ${state.isPicking ? 'is-picking' : ''} ${state.isReplaying ? 'is-replaying' : ''}`}
    >
      <CityMap label={t('map.label')} onEngine={onEngine} />
      {state.isPicking && (
        <p className="map-hint" role="status">
          {t('form.picking')}
        </p>
      )}
      <VehicleCard />
      <MapLegend engine={engine} />
      {state.isReplaying && state.vehicleId !== null && (
        <ReplayPanel key={state.vehicleId} engine={engine} vehicleId={state.vehicleId} />
      )}
    </section>
  );
}
