import type { ImportCheckView } from '@tongyun/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CityMap } from '../../map/city-map.js';
import type { MapEngine } from '../../map/engine.js';
import { addPreviewLayer, showPreview } from '../../map/layers/index.js';

/** Where the rows of a file would lie, so that a wrong datum is seen before it is stored. */
export function PlacePreview({ places }: Pick<ImportCheckView, 'places'>) {
  const { t } = useTranslation('admin');
  const [engine, setEngine] = useState<MapEngine | null>(null);
  useEffect(() => {
    if (!engine) return;
    addPreviewLayer(engine);
    showPreview(engine, places);
  }, [engine, places]);
  return (
    <section>
      <h2>{t('imports.preview')}</h2>
      <p className="admin-quiet">{t('imports.previewHint')}</p>
      <div className="import-map">
        <CityMap label={t('imports.preview')} onEngine={setEngine} />
      </div>
    </section>
  );
}
