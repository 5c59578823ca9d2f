import type { PlannedAndReal, PlanReviewQuery, PlanReviewRow } from '@tongyun/contracts';
import type { TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

const STEPS = ['loadingMin', 'travelMin', 'waitingMin', 'dischargeMin', 'haulKm'] as const;

/** Planned beside real, step by step. */
export function useReviewColumns(by: PlanReviewQuery['by']): TableColumnsType<PlanReviewRow> {
  const { t } = useTranslation('plan');
  return useMemo(
    () => [
      { title: t(`review.by.${by}`), dataIndex: 'name' },
      {
        title: t('review.loads'),
        width: 110,
        align: 'right',
        render: (_, { loads, plannedLoads }) => `${plannedLoads} / ${loads}`,
      },
      {
        title: t('review.onTime'),
        width: 90,
        align: 'right',
        render: (_, { onTimePct }) => (onTimePct === null ? '—' : `${onTimePct.toFixed(0)}%`),
      },
      {
        title: t('review.startLate'),
        width: 120,
        align: 'right',
        render: (_, { loadStartLateMin }) =>
          loadStartLateMin === null ? '—' : signed(loadStartLateMin, 0),
      },
      ...STEPS.map((step) => ({
        title: t(`review.step.${step}`),
        width: 170,
        align: 'right' as const,
        render: (_: unknown, row: PlanReviewRow) => <Pair pair={row[step]} />,
      })),
    ],
    [t, by],
  );
}

const signed = (value: number, digits: number): string =>
  `${value > 0 ? '+' : ''}${value.toFixed(digits)}`;

function Pair({ pair }: { readonly pair: PlannedAndReal }) {
  if (pair === null) return <>—</>;
  const { planned, real } = pair;
  return (
    <>
      {planned.toFixed(1)} → <b>{real.toFixed(1)}</b>{' '}
      <span className="gantt-sub">{signed(real - planned, 1)}</span>
    </>
  );
}
