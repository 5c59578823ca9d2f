import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getPlantHours } from '../../api/dispatch.js';
import { usePermission } from '../../api/use-session.js';
import type { PlanLine } from '../plan-index.js';
import { toClocks } from './hours-fields.js';
import { PlantHoursModal } from './plant-hours-modal.js';

/** When the plant of a line loads, and where to say so. */
export function PlantHours({ line }: { readonly line: PlanLine }) {
  const { t } = useTranslation('plan');
  const maySet = usePermission('plant_hours.set');
  const [isChanging, setChanging] = useState(false);
  const { data } = useQuery({
    queryKey: ['plant-hours', line.plantId],
    queryFn: () => getPlantHours(line.plantId),
  });
  if (!data) return null;
  const spans = toClocks(data.hours).map(({ from, to }) =>
    from === to ? t('plantHours.roundTheClock', { from }) : `${from}–${to}`,
  );
  return (
    <p data-testid="plant-hours">
      {t('plantHours.loads', { plant: line.plantName, spans: spans.join(t('list.comma')) })}{' '}
      <span className="gantt-sub">{t(data.isOwn ? 'plantHours.own' : 'plantHours.usual')}</span>{' '}
      {maySet && (
        <Button size="small" data-testid="change-plant-hours" onClick={() => setChanging(true)}>
          {t('plantHours.change')}
        </Button>
      )}
      {isChanging && (
        <PlantHoursModal line={line} known={data} onClose={() => setChanging(false)} />
      )}
    </p>
  );
}
