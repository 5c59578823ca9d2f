import type { PlanReviewQuery, PlanReviewRow } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Input, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayAfter, operatingDayAt } from '../../days/operating-day.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { usePlanDesk } from '../plan-desk.js';
import { planReviewOf } from '../queries.js';
import { useReviewColumns } from './use-review-columns.js';

type By = PlanReviewQuery['by'];
const BYS: readonly By[] = ['plant', 'site', 'day'];
/** A week, today included. */
const DAYS_BACK = 6;

/** What was planned, beside what became of it. */
export function ReviewView() {
  const { t } = useTranslation('plan');
  const { enterpriseId } = usePlanDesk();
  const [by, setBy] = useState<By>('site');
  const [to, setTo] = useState(() => operatingDayAt(new Date()));
  const [from, setFrom] = useState(() => dayAfter(operatingDayAt(new Date()), -DAYS_BACK));
  const review = useQuery(planReviewOf({ enterpriseId, from, to, by }));
  const { items = [], total = null, lateFromMin } = review.data ?? {};
  return (
    <section className="plan-view" aria-label={t('view.review')}>
      <div className="gantt-tools">
        <Input
          type="date"
          className="plan-date"
          aria-label={t('review.from')}
          value={from}
          onChange={({ target }) => target.value && setFrom(target.value)}
        />
        <span>–</span>
        <Input
          type="date"
          className="plan-date"
          aria-label={t('review.to')}
          value={to}
          onChange={({ target }) => target.value && setTo(target.value)}
        />
        <Segmented<By>
          aria-label={t('review.byLabel')}
          value={by}
          options={BYS.map((value) => ({ value, label: t(`review.by.${value}`) }))}
          onChange={setBy}
        />
        <span className="app-bar-space" />
        <span className="gantt-sub">
          {lateFromMin !== undefined && t('review.lateFrom', { min: lateFromMin })}
        </span>
      </div>
      <p className="gantt-sub plan-note">{t('review.about')}</p>
      <RefusalNotice error={review.error} />
      <Table<PlanReviewRow>
        size="small"
        className="plan-table"
        data-testid="plan-review"
        rowKey="id"
        columns={useReviewColumns(by)}
        dataSource={total ? [...items, { ...total, id: 'total', name: t('review.total') }] : items}
        rowClassName={({ id }) => (id === 'total' ? 'plan-total' : '')}
        loading={review.isPending}
        locale={{ emptyText: t('review.none') }}
        pagination={false}
      />
    </section>
  );
}
