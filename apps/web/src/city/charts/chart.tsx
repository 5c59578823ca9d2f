import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChartFigures, isBlank } from './chart-figures.js';
import { ChartTable } from './chart-table.js';

const Plot = lazy(() => import('./plot.js'));

const UPRIGHT_PX = 260;
const BAR_PX = 20;
const ROW_GAP_PX = 14;
const AROUND_PX = 72;

export interface ChartProps {
  readonly name: string;
  readonly title: string;
  readonly figures: ChartFigures;
}

/** A chart under its title, and the same figures as a table for whoever cannot see it. */
export function Chart({ name, title, figures }: ChartProps) {
  const { t } = useTranslation('city');
  const heightPx = heightOf(figures);
  return (
    <figure className="city-chart" data-testid={`chart-${name}`}>
      <figcaption>{title}</figcaption>
      {isBlank(figures) ? (
        <p className="city-quiet">{t('chart.nothing')}</p>
      ) : (
        <>
          <Suspense fallback={<div style={{ height: heightPx }} />}>
            <Plot label={title} figures={figures} heightPx={heightPx} />
          </Suspense>
          <details>
            <summary>{t('chart.asTable')}</summary>
            <ChartTable title={title} figures={figures} />
          </details>
        </>
      )}
    </figure>
  );
}

function heightOf({ direction, names, series }: ChartFigures): number {
  if (direction === 'upright') return UPRIGHT_PX;
  return names.length * (series.length * BAR_PX + ROW_GAP_PX) + AROUND_PX;
}
