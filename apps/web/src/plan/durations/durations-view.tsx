import type { DurationKind, DurationView } from '@tongyun/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Segmented, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  decideDuration,
  learnDurations,
  type StatedDuration,
  withdrawDuration,
} from '../../api/durations.js';
import { readAgain } from '../../api/read-again.js';
import { usePermission } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { usePlanDesk } from '../plan-desk.js';
import { durationsOf, learningsOf } from '../queries.js';
import { DecideDuration } from './decide-duration.js';
import { useDurationColumns } from './use-duration-columns.js';

const KINDS: readonly DurationKind[] = ['loading', 'travel', 'waiting', 'discharge'];

/** How long things really take: what was learnt, from how many trips, and what people said instead. */
export function DurationsView() {
  const { t } = useTranslation('plan');
  const { enterpriseId } = usePlanDesk();
  const queries = useQueryClient();
  const mayDecide = usePermission('durations.decide');
  const [kind, setKind] = useState<DurationKind>('discharge');
  const [isByHour, setByHour] = useState(false);
  const [deciding, setDeciding] = useState<DurationView | null>(null);
  const [withdrawing, setWithdrawing] = useState<DurationView | null>(null);
  const durations = useQuery(durationsOf(enterpriseId, kind));
  const learnings = useQuery(learningsOf(enterpriseId));
  const onSettled = () =>
    Promise.all([readAgain(queries, ['durations']), readAgain(queries, ['duration-learnings'])]);
  const learn = useMutation({ mutationFn: () => learnDurations(enterpriseId), onSettled });
  const decide = useMutation({
    mutationFn: ({ row, stated }: { row: DurationView; stated: StatedDuration }) =>
      decideDuration(enterpriseId, row, stated),
    onSuccess: () => setDeciding(null),
    onSettled,
  });
  const withdraw = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) => withdrawDuration(id, reason),
    onSuccess: () => setWithdrawing(null),
    onSettled,
  });
  const [last] = learnings.data?.items ?? [];
  const rows = (durations.data ?? []).filter(
    ({ hour, override }) => isByHour || hour === null || override,
  );
  const columns = useDurationColumns({
    onDecide: mayDecide ? setDeciding : null,
    onWithdraw: mayDecide ? setWithdrawing : null,
  });
  return (
    <section className="plan-view" aria-label={t('view.durations')}>
      <div className="gantt-tools">
        <Segmented<DurationKind>
          aria-label={t('durations.kindLabel')}
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`durations.kind.${value}`) }))}
          onChange={setKind}
        />
        <Checkbox checked={isByHour} onChange={({ target }) => setByHour(target.checked)}>
          {t('durations.byHour')}
        </Checkbox>
        <span className="app-bar-space" />
        <span className="gantt-sub" data-testid="durations-learnt">
          {last
            ? t('durations.learnt', { at: formatDateTime(last.learntAt), trips: last.trips })
            : t('durations.neverLearnt')}
        </span>
        {mayDecide && (
          <Button
            size="small"
            data-testid="durations-learn"
            loading={learn.isPending}
            onClick={() => learn.mutate()}
          >
            {t('durations.learnNow')}
          </Button>
        )}
      </div>
      <p className="gantt-sub plan-note">{t(`durations.about.${kind}`)}</p>
      <RefusalNotice error={durations.error ?? learn.error ?? withdraw.error} />
      <Table<DurationView>
        size="small"
        className="plan-table"
        data-testid="durations"
        rowKey="key"
        columns={columns}
        dataSource={rows}
        loading={durations.isPending}
        locale={{ emptyText: t('durations.none') }}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
      />
      <DecideDuration
        key={deciding?.key ?? ''}
        row={deciding}
        isPending={decide.isPending}
        error={decide.error}
        onCancel={() => setDeciding(null)}
        onDecide={(row, stated) => decide.mutate({ row, stated })}
      />
      <ReasonModal
        title={t('durations.withdraw')}
        isOpen={withdrawing !== null}
        isPending={withdraw.isPending}
        onCancel={() => setWithdrawing(null)}
        onReason={(reason) =>
          withdrawing?.override && withdraw.mutate({ id: withdrawing.override.id, reason })
        }
      />
    </section>
  );
}
