import type { Effect } from '@tongyun/contracts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import { useReasonName } from '../../ui/use-reason-name.js';
import type { PlanVehicle } from '../plan-index.js';

const EFFECT_COLORS: Readonly<Record<Effect, string>> = {
  forbids_road: 'red',
  forbids_work: 'orange',
  notice: 'default',
};

/** What the rules say against a vehicle and its driver today, in words. */
export function VehicleReasons({ vehicle: { reasons } }: { readonly vehicle: PlanVehicle }) {
  const { t } = useTranslation('plan');
  const language = useLanguage();
  const nameOf = useReasonName();
  if (reasons.length === 0) return null;
  return (
    <section className="plan-why">
      <h3>{t('vehicle.reasons')}</h3>
      <ul className="plan-reasons">
        {reasons.map(({ code, effect, sentence }) => (
          <li key={code}>
            <Tag color={EFFECT_COLORS[effect]}>{nameOf(code)}</Tag>
            {sentence[language]}
          </li>
        ))}
      </ul>
    </section>
  );
}
