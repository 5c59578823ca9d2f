import { useEffect, useState } from 'react';
import { CityMap } from '../../map/city-map.js';
import type { MapEngine } from '../../map/engine.js';
import { addZoneLayers, type DrawnZone, showZones } from '../../map/layers/index.js';

export interface ZonePreviewProps {
  readonly zones: readonly DrawnZone[];
  readonly label: string;
}

/** Where zones or districts lie. */
export function ZonePreview({ zones, label }: ZonePreviewProps) {
  const [engine, setEngine] = useState<MapEngine | null>(null);
  useEffect(() => {
    if (!engine) return;
    addZoneLayers(engine);
    showZones(engine, zones);
  }, [engine, zones]);
  return (
    <div className="zone-map">
      <CityMap label={label} onEngine={setEngine} />
    </div>
  );
}
