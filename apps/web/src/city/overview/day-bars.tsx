import type { CityDaysView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { Bars } from '../bars/bars.js';

/** Volume day by day, with the trips that carried it. */
export function DayBars({ days }: { readonly days: CityDaysView['items'] }) {
  const { t } = useTranslation('city');
  const bars = days.map(({ on, m3, trips }) => ({
    name: on.slice(5),
    value: m3,
    note: `m³ · ${t('chart.trips')} ${trips}`,
  }));
  return <Bars title={t('chart.days')} bars={bars} />;
}
