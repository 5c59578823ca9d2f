import type { CityQuery } from '@tongyun/contracts';
import { Spin } from 'antd';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useDays, useFigures, useViolators } from '../use-city.js';
import { AlertBars } from './alert-bars.js';
import { DayBars } from './day-bars.js';
import { Tiles } from './tiles.js';
import { Violators } from './violators.js';

/** How the city, a district or an enterprise does: sums, charts, and who stands out. */
export function OverviewTab({ query }: { readonly query: CityQuery }) {
  const figures = useFigures(query);
  const days = useDays(query);
  const violators = useViolators(query);
  if (!figures.data) {
    return figures.error ? <RefusalNotice error={figures.error} /> : <Spin />;
  }
  const isWholeCity = query.district === undefined && query.enterpriseId === undefined;
  return (
    <>
      <RefusalNotice error={figures.error ?? days.error ?? violators.error} />
      <Tiles figures={figures.data} isWholeCity={isWholeCity} year={query.to.slice(0, 4)} />
      <div className="city-charts">
        <DayBars days={days.data?.items ?? []} />
        <AlertBars figures={figures.data} />
      </div>
      <Violators items={violators.data?.items ?? []} />
    </>
  );
}
