import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MapEngine } from './engine.js';
import { COUNTIES_VIEW, FIRST_VIEW } from './first-view.js';

/** The two halves of the planning area, each one click away (R44). */
export function MapViews({ engine }: { readonly engine: MapEngine }) {
  const { t } = useTranslation('shared');
  const [lng, lat] = FIRST_VIEW.center;
  return (
    <Flex className="city-map-views" gap={4}>
      <Button size="small" onClick={() => engine.flyTo({ lng, lat }, FIRST_VIEW.zoom)}>
        {t('mapView.city')}
      </Button>
      <Button size="small" data-testid="view-counties" onClick={() => engine.fit(COUNTIES_VIEW)}>
        {t('mapView.counties')}
      </Button>
    </Flex>
  );
}
