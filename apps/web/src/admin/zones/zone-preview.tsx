import type { ZoneView } from '@tongyun/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CityMap } from '../../map/city-map.js';
import type { MapEngine } from '../../map/engine.js';
import { addZoneLayers, showZones } from '../../map/layers/index.js';

/** Where zones lie. */
export function ZonePreview({ zones }: { readonly zones: readonly ZoneView[] }) {
  const { t } = useTranslation('admin');
  const [engine, setEngine] = useState<MapEngine | null>(null);
  useEffect(() => {
    if (!engine) return;
    addZoneLayers(engine);
    showZones(engine, zones);
  }, [engine, zones]);
  return (
    <div className="zone-map">
      <CityMap label={t('zone.map')} onEngine={setEngine} />
    </div>
  );
}
