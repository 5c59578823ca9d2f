import type { CityDaysView, CityFiguresView, ViolatorsView } from '@tongyun/contracts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../charts/chart.js';
import { alertFigures, dayFigures, violatorFigures, volumeFigures } from '../charts/figures-of.js';

export interface CityChartsProps {
  readonly figures: CityFiguresView;
  readonly days: CityDaysView['items'];
  readonly violators: ViolatorsView['items'];
  readonly isWholeCity: boolean;
}

/** The figures of the period as pictures. */
export function CityCharts({ figures, days, violators, isWholeCity }: CityChartsProps) {
  const { t } = useTranslation('city');
  const { t: shared } = useTranslation('shared');
  const volume = useMemo(
    () =>
      volumeFigures(figures, isWholeCity, {
        m3: t('chart.m3'),
        plan: t('chart.plan'),
        design: t('chart.design'),
      }),
    [figures, isWholeCity, t],
  );
  const byDay = useMemo(
    () => dayFigures(days, { m3: t('chart.m3'), trips: t('chart.trips') }),
    [days, t],
  );
  const alerts = useMemo(
    () =>
      alertFigures(figures, (code) => shared(`alertCode.${code}`), {
        perThousand: t('chart.alerts'),
        count: t('chart.alertCount'),
      }),
    [figures, shared, t],
  );
  const worst = useMemo(
    () =>
      violatorFigures(violators, {
        alerts: t('violators.alerts'),
        noPlate: shared('state.none'),
      }),
    [violators, shared, t],
  );
  return (
    <div className="city-charts">
      <Chart
        name="volume"
        title={t(isWholeCity ? 'chart.byDistrict' : 'chart.byEnterprise')}
        figures={volume}
      />
      <Chart name="days" title={t('chart.days')} figures={byDay} />
      <Chart name="alerts" title={alerts.series[0]?.name ?? ''} figures={alerts} />
      <Chart name="violators" title={t('chart.violators')} figures={worst} />
    </div>
  );
}
