import type { CityQuery, EnterpriseFigures, TrackedRunsView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Alert, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { getTrackedRuns } from '../../api/city.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { Chart } from '../charts/chart.js';
import { declaredFigures } from '../charts/figures-of.js';
import { whole } from '../format-count.js';
import { isPeriod, lengthOf } from '../period/period.js';
import { useFigures } from '../use-city.js';
import { ExportTrips } from './export-trips.js';

type Day = TrackedRunsView['items'][number];
const MOST_DAYS = 7;
const NONE: Day[] = [];

/** What an enterprise declared beside what its mixers' positions show. */
export function DeclaredTab({ query }: { readonly query: CityQuery }) {
  const { t } = useTranslation('city');
  const { enterpriseId } = query;
  const isShort = isPeriod(query) && lengthOf(query) <= MOST_DAYS;
  return (
    <>
      <p>{t('declared.intro')}</p>
      <ExportTrips query={query} />
      {enterpriseId === undefined && <Alert type="info" showIcon title={t('declared.choose')} />}
      {!isShort && <Alert type="warning" showIcon title={t('declared.tooLong')} />}
      {enterpriseId !== undefined && isShort && (
        <Comparison query={query} enterpriseId={enterpriseId} />
      )}
    </>
  );
}

interface ComparisonProps {
  readonly query: CityQuery;
  readonly enterpriseId: string;
}

function Comparison({ query, enterpriseId }: ComparisonProps) {
  const { t } = useTranslation('city');
  const { from, to } = query;
  const enterprise = useFigures(query).data?.enterprises[0];
  const runs = useQuery({
    queryKey: ['city', 'runs', enterpriseId, from, to],
    queryFn: () => getTrackedRuns(enterpriseId, { from, to }),
  });
  const days = runs.data?.items ?? NONE;
  const figures = useMemo(
    () => declaredFigures(days, { declared: t('declared.m3'), tracked: t('declared.runsM3') }),
    [days, t],
  );
  return (
    <>
      <RefusalNotice error={runs.error} />
      {enterprise && <Coverage enterprise={enterprise} />}
      <Chart name="declared" title={t('declared.chart')} figures={figures} />
      <Table<Day>
        aria-label={t('tab.declared')}
        data-testid="declared-days"
        size="small"
        columns={useColumns()}
        dataSource={days}
        rowKey={({ on }) => on}
        loading={runs.isFetching}
        pagination={false}
      />
    </>
  );
}

function Coverage({ enterprise }: { readonly enterprise: EnterpriseFigures }) {
  const { t } = useTranslation('city');
  const { t: shared } = useTranslation('shared');
  const { name, mode, vehiclesHeard, mixers, pumps } = enterprise;
  return (
    <p>
      <strong>{name}</strong> · {shared(`enterpriseMode.${mode}`)} ·{' '}
      {t('declared.coverage', { heard: vehiclesHeard, all: mixers + pumps })}
    </p>
  );
}

function useColumns(): TableColumnsType<Day> {
  const { t } = useTranslation('city');
  return [
    { title: t('declared.on'), dataIndex: 'on' },
    { title: t('declared.trips'), dataIndex: 'declaredTrips', align: 'right' },
    { title: t('declared.m3'), dataIndex: 'declaredM3', align: 'right', render: whole },
    { title: t('declared.runs'), dataIndex: 'runs', align: 'right' },
    { title: t('declared.runsM3'), dataIndex: 'runsM3', align: 'right', render: whole },
    {
      title: t('declared.difference'),
      key: 'difference',
      align: 'right',
      render: (_, { declaredTrips, runs }) => declaredTrips - runs,
    },
  ];
}
