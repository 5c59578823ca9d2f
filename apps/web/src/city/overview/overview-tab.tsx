import type { CityQuery, MeView } from '@tongyun/contracts';
import { Spin } from 'antd';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useDays, useFigures, useViolators } from '../use-city.js';
import { CityCharts } from './city-charts.js';
import { PlantsToMove } from './plants-to-move.js';
import { Tiles } from './tiles.js';
import { Violators } from './violators.js';

const NONE: never[] = [];

interface PartOfCity {
  readonly district?: string | null | undefined;
  readonly enterpriseId?: string | null | undefined;
}

export interface OverviewTabProps {
  readonly query: CityQuery;
  readonly user: MeView;
}

/** How the city, a district or an enterprise does: sums, charts, and who stands out. */
export function OverviewTab({ query, user }: OverviewTabProps) {
  const figures = useFigures(query);
  const days = useDays(query);
  const violators = useViolators(query);
  if (!figures.data) {
    return figures.error ? <RefusalNotice error={figures.error} /> : <Spin />;
  }
  const isWholeCity = !isOfPart(query) && !isOfPart(user);
  return (
    <>
      <RefusalNotice error={figures.error ?? days.error ?? violators.error} />
      <Tiles figures={figures.data} isWholeCity={isWholeCity} year={query.to.slice(0, 4)} />
      <CityCharts
        figures={figures.data}
        days={days.data?.items ?? NONE}
        violators={violators.data?.items ?? NONE}
        isWholeCity={isWholeCity}
      />
      <PlantsToMove query={query} />
      <Violators items={violators.data?.items ?? NONE} />
    </>
  );
}

/** Whether somebody asks for, or sees, no more than a district or an enterprise. */
const isOfPart = ({ district, enterpriseId }: PartOfCity): boolean =>
  (district ?? null) !== null || (enterpriseId ?? null) !== null;
