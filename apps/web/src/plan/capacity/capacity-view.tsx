import { useQuery } from '@tanstack/react-query';
import { Empty, Spin } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useOpenPlan } from '../plan-desk.js';
import { capacityOf } from '../queries.js';
import { byPlant } from './capacity-bars.js';
import { PlantChart } from './plant-chart.js';

/** What each plant is asked for in each hour, against what its lines and trucks can do. */
export function CapacityView() {
  const { t } = useTranslation('plan');
  const { plan } = useOpenPlan();
  const capacity = useQuery(capacityOf(plan));
  const plants = useMemo(() => byPlant(capacity.data?.hours ?? []), [capacity.data]);
  return (
    <section className="plan-view plan-capacity" aria-label={t('view.capacity')}>
      <RefusalNotice error={capacity.error} />
      {capacity.isPending && <Spin className="plan-wait" />}
      {capacity.data && plants.length === 0 && <Empty />}
      {plants.map((plant) => (
        <PlantChart key={plant.plantId} plant={plant} />
      ))}
    </section>
  );
}
