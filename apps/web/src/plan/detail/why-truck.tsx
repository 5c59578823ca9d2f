import type { PlannedLoadView } from '@tongyun/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatM3 } from '../../i18n/format-m3.js';
import { formatTime } from '../../i18n/time.js';
import { useOpenPlan } from '../plan-desk.js';
import { vehicleName } from '../plan-index.js';
import { whyThisTruck } from './why-this-truck.js';

const SHOWN = 4;

/** Why this truck and not another, in a dispatcher's words. */
export function WhyTruck({ load }: { readonly load: PlannedLoadView }) {
  const { t } = useTranslation('plan');
  const { plan } = useOpenPlan();
  const why = useMemo(() => whyThisTruck(plan, load), [plan, load]);
  const kept = (['busy', 'off_duty', 'too_small', 'no_driver', 'barred'] as const)
    .filter((what) => why.kept[what] > 0)
    .map((what) => t(`why.kept.${what}`, { count: why.kept[what] }));
  return (
    <section className="plan-why">
      <h3>{t('why.title')}</h3>
      <ul>
        <li>
          {why.after === null
            ? t('why.first')
            : t('why.after', { at: formatTime(why.after.at), minutes: why.after.spareMin })}
        </li>
        <li>{t('why.drum', { drum: formatM3(why.drumM3), m3: formatM3(load.m3) })}</li>
        {kept.length > 0 && <li>{t('why.others', { what: kept.join(t('list.comma')) })}</li>}
        <li>
          {why.free.length === 0
            ? t('why.nobodyElse')
            : t('why.alsoFree', {
                count: why.free.length,
                names: why.free.slice(0, SHOWN).map(vehicleName).join(t('list.comma')),
              })}
        </li>
      </ul>
    </section>
  );
}
