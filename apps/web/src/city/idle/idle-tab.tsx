import type { IdleView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getIdle } from '../../api/city.js';
import { CityMap } from '../../map/city-map.js';
import type { MapEngine, Place } from '../../map/engine.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { IdleLists } from './idle-lists.js';
import { useIdleMap } from './use-idle-map.js';

const FIRST_RADIUS_KM = 10;
const NOBODY: Pick<IdleView, 'vehicles' | 'plants'> = { vehicles: [], plants: [] };

/** Who could help near a place that is clicked: vehicles without work, and plants. */
export function IdleTab() {
  const { t } = useTranslation('city');
  const [engine, setEngine] = useState<MapEngine | null>(null);
  const [at, setAt] = useState<Place | null>(null);
  const [radiusKm, setRadiusKm] = useState(FIRST_RADIUS_KM);
  const idle = useQuery({
    queryKey: ['city', 'idle', at, radiusKm],
    queryFn: () => getIdle({ ...at!, crs: 'wgs84', radiusKm }),
    enabled: at !== null,
  });
  const { vehicles, plants } = idle.data ?? NOBODY;
  useIdleMap(engine, { at, radiusKm, vehicles, plants }, setAt);
  return (
    <div className="city-idle">
      <div className="city-idle-map">
        <CityMap label={t('idle.map')} onEngine={setEngine} />
      </div>
      <div className="city-idle-side">
        <p>{t('idle.intro')}</p>
        <Flex gap={8} align="center" wrap>
          <label>
            {t('idle.radius')}{' '}
            <InputNumber
              min={1}
              max={100}
              value={radiusKm}
              onChange={(value) => setRadiusKm(value ?? FIRST_RADIUS_KM)}
            />
          </label>
          {at && (
            <>
              <span className="city-quiet">
                {t('idle.at', { lng: at.lng.toFixed(5), lat: at.lat.toFixed(5) })}
              </span>
              <Button onClick={() => void idle.refetch()} loading={idle.isFetching}>
                {t('idle.refresh')}
              </Button>
            </>
          )}
        </Flex>
        <RefusalNotice error={idle.error} />
        {idle.data && <IdleLists idle={idle.data} />}
      </div>
    </div>
  );
}
