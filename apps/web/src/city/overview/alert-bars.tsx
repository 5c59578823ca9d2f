import type { AlertCode, CityFiguresView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { Bars } from '../bars/bars.js';
import { perThousandTrips, totalsOf } from '../totals.js';

/** Alerts by kind per 1,000 trips, the most frequent on top; plain numbers without trips. */
export function AlertBars({ figures }: { readonly figures: CityFiguresView }) {
  const { t } = useTranslation('city');
  const { t: shared } = useTranslation('shared');
  const { byCode, trips } = totalsOf(figures.enterprises, figures.days);
  const bars = (Object.entries(byCode) as [AlertCode, number][])
    .toSorted(([, a], [, b]) => b - a)
    .map(([code, count]) => ({
      name: shared(`alertCode.${code}`),
      value: perThousandTrips(count, trips) ?? count,
    }));
  return <Bars title={t(trips === 0 ? 'chart.alertCount' : 'chart.alerts')} bars={bars} />;
}
