import type { PlannedLoadView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';
import { formatTime } from '../../i18n/time.js';
import { useOpenPlan } from '../plan-desk.js';
import { freeBefore } from './free-before.js';
import { OtherTrucks } from './other-trucks.js';

/** Why this truck and not another, in a dispatcher's words. */
export function WhyTruck({ load }: { readonly load: PlannedLoadView }) {
  const { t } = useTranslation('plan');
  const { plan, index } = useOpenPlan();
  const free = freeBefore(plan.loads, load);
  const drumM3 = index.vehicles.get(load.vehicleId)?.drumM3 ?? load.m3;
  const isChoice = load.state === 'planned' || load.state === 'released';
  return (
    <section className="plan-why">
      <h3>{t('why.title')}</h3>
      <ul>
        <li>
          {free === null
            ? t('why.first')
            : t('why.after', { at: formatTime(free.at), minutes: free.spareMin })}
        </li>
        <li>{t('why.drum', { drum: formatM3(drumM3), m3: formatM3(load.m3) })}</li>
        {isChoice && <OtherTrucks load={load} />}
      </ul>
    </section>
  );
}
