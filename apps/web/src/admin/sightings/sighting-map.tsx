import type { SightingView } from '@tongyun/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CityMap } from '../../map/city-map.js';
import type { MapEngine } from '../../map/engine.js';
import { addPreviewLayer, showPreview } from '../../map/layers/index.js';

/** Where the listed plates were seen, each by its plate and what it came to. */
export function SightingMap({ sightings }: { readonly sightings: readonly SightingView[] }) {
  const { t } = useTranslation('admin');
  const [engine, setEngine] = useState<MapEngine | null>(null);
  useEffect(() => {
    if (!engine) return;
    addPreviewLayer(engine);
    showPreview(
      engine,
      sightings.map(({ plateNo, outcome, position }) => ({
        name: `${plateNo} ${t(`sighting.outcome.${outcome}`)}`,
        position,
      })),
    );
  }, [engine, sightings, t]);
  return (
    <section>
      <h2>{t('sighting.map')}</h2>
      <div className="import-map">
        <CityMap label={t('sighting.map')} onEngine={setEngine} />
      </div>
    </section>
  );
}
