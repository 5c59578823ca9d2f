import type { PlantView, SiteView, ZoneView } from '@tongyun/contracts';
import { useEffect } from 'react';
import type { MapEngine } from '../../map/engine.js';
import { showPlants, showSites, showZones } from '../../map/layers/index.js';

/** Draws what stands still, each as soon as it is known. */
export function useMapPlaces(
  engine: MapEngine | null,
  plants: readonly PlantView[] | undefined,
  sites: readonly SiteView[] | undefined,
  zones: readonly ZoneView[] | undefined,
): void {
  useEffect(() => {
    if (engine && plants) showPlants(engine, plants);
  }, [engine, plants]);
  useEffect(() => {
    if (engine && sites) showSites(engine, sites);
  }, [engine, sites]);
  useEffect(() => {
    if (engine && zones) showZones(engine, zones);
  }, [engine, zones]);
}
