import { type PassApplicationView, passApplicationState } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Flex, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  decidePassApplications,
  listPassApplications,
  withdrawPassApplication,
} from '../../api/pass-applications.js';
import { usePermission, useSession } from '../../api/use-session.js';
import { formatHours } from '../../i18n/hours.js';
import { formatDateTime } from '../../i18n/time.js';
import { useLanguage } from '../../i18n/use-language.js';
import { ReasonModal } from '../../ui/reason-modal.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { TimeSpan } from '../lists/time-span.js';
import { ListTable } from '../lists/list-table.js';
import { StateFilter } from '../lists/state-filter.js';
import { StateTag, type Tone } from '../../ui/state-tag.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { useZoneName } from '../lists/use-names.js';
import { ApplicationHistory } from './application-history.js';
import { ApplyModal } from './apply-modal.js';
import { useResults } from './use-results.js';

const TONES: Readonly<Record<PassApplicationView['state'], Tone>> = {
  pending: 'busy',
  granted: 'good',
  refused: 'bad',
  withdrawn: 'quiet',
};

type Verdict = 'approve' | 'refuse';

/** Applications for passes: apply and withdraw, or decide many of them at once. */
export function ApplicationsTab() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const [state, setState] = useState<PassApplicationView['state'] | undefined>('pending');
  const [isApplying, setIsApplying] = useState(false);
  const [chosen, setChosen] = useState<readonly PassApplicationView[]>([]);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [withdrawn, setWithdrawn] = useState<PassApplicationView | null>(null);
  const mayApply = usePermission('applications.apply');
  const isMine = useIsMine();
  const list = usePagedList([...LIST_KEYS.applications, state], (page) =>
    listPassApplications({ ...page, ...(state && { state }) }),
  );
  const decide = useDecide(chosen, () => {
    setChosen([]);
    setVerdict(null);
  });
  const withdraw = useWithdraw(() => setWithdrawn(null));
  const [historyOf, setHistoryOf] = useState<PassApplicationView | null>(null);
  const columns = useColumns(setHistoryOf, mayApply ? setWithdrawn : null);
  const mayDecide = usePermission('applications.decide');
  return (
    <>
      <RefusalNotice error={decide.error ?? withdraw.error} />
      <ListTable<PassApplicationView>
        label={t('tab.applications')}
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        {...(mayDecide && {
          selection: {
            selectedRowKeys: chosen.map(({ id }) => id),
            onChange: (_, rows) => setChosen(rows),
            getCheckboxProps: (row) => ({ disabled: !isMine(row) }),
          },
        })}
        tools={
          <>
            <StateFilter
              label={t('pass.state')}
              value={state}
              options={passApplicationState.options.map((value) => ({
                value,
                label: shared(`stateOf.application.${value}`),
              }))}
              onChange={setState}
            />
            {mayApply && (
              <Button type="primary" data-testid="apply" onClick={() => setIsApplying(true)}>
                {t('application.apply')}
              </Button>
            )}
            {mayDecide &&
              (['approve', 'refuse'] as const).map((one) => (
                <Button
                  key={one}
                  type={one === 'approve' ? 'primary' : 'default'}
                  danger={one === 'refuse'}
                  disabled={chosen.length === 0}
                  data-testid={`${one}-chosen`}
                  onClick={() => setVerdict(one)}
                >
                  {t(`application.${one}`, { n: chosen.length })}
                </Button>
              ))}
          </>
        }
      />
      {historyOf && (
        <ApplicationHistory application={historyOf} onClose={() => setHistoryOf(null)} />
      )}
      {isApplying && <ApplyModal onClose={() => setIsApplying(false)} />}
      <ReasonModal
        title={t(`application.${verdict ?? 'approve'}`, { n: chosen.length })}
        isOpen={verdict !== null}
        isPending={decide.isPending}
        onReason={(reason) => verdict && decide.mutate({ verdict, reason })}
        onCancel={() => setVerdict(null)}
      />
      <ReasonModal
        title={`${t('application.withdraw')} ${withdrawn?.applicationNo ?? ''}`}
        isOpen={withdrawn !== null}
        isPending={withdraw.isPending}
        onReason={(reason) => withdrawn && withdraw.mutate({ row: withdrawn, reason })}
        onCancel={() => setWithdrawn(null)}
      />
    </>
  );
}

/** Whether an application waits for whoever is signed in. */
function useIsMine(): (row: PassApplicationView) => boolean {
  const session = useSession();
  const roles: readonly string[] = session.status === 'signed_in' ? session.user.roles : [];
  return ({ dueStep }) => dueStep !== null && roles.includes(dueStep);
}

function useDecide(chosen: readonly PassApplicationView[], onDone: () => void) {
  const queries = useQueryClient();
  const showResults = useResults();
  return useMutation({
    mutationFn: ({ verdict, reason }: { readonly verdict: Verdict; readonly reason: string }) =>
      decidePassApplications({
        items: chosen.map(({ id, version }) => ({ id, version })),
        decision: verdict,
        reason,
      }),
    onSuccess: (results) => {
      showResults(results, (id) => chosen.find((row) => row.id === id)?.plateNo ?? id);
      onDone();
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: LIST_KEYS.applications });
      void queries.invalidateQueries({ queryKey: LIST_KEYS.passes });
    },
  });
}

function useWithdraw(onDone: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ row, reason }: { readonly row: PassApplicationView; readonly reason: string }) =>
      withdrawPassApplication(row.id, reason, row.version),
    onSuccess: onDone,
    onSettled: () => void queries.invalidateQueries({ queryKey: LIST_KEYS.applications }),
  });
}

function useColumns(
  onHistory: (row: PassApplicationView) => void,
  onWithdraw: ((row: PassApplicationView) => void) | null,
): TableColumnsType<PassApplicationView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const language = useLanguage();
  const zoneName = useZoneName();
  return [
    {
      title: t('application.no'),
      key: 'no',
      render: (_, { applicationNo, renewsPassId }) => (
        <>
          <div className="admin-plate">{applicationNo}</div>
          <div className="admin-quiet">
            {t(renewsPassId === null ? 'application.first' : 'application.renewal')}
          </div>
        </>
      ),
    },
    { title: t('application.plate'), dataIndex: 'plateNo', className: 'admin-plate' },
    { title: t('application.enterprise'), dataIndex: 'enterpriseName' },
    {
      title: t('pass.zones'),
      key: 'zones',
      render: (_, { zoneIds, roads, routes }) => (
        <>
          {zoneIds.map(zoneName).join(shared('mark.and'))}
          {roads.length > 0 && <div className="admin-quiet">{roads.join(shared('mark.and'))}</div>}
          {routes.length > 0 && (
            <div className="admin-quiet">
              {t('pass.onlyOn', { roads: routes.map(({ name }) => name).join(shared('mark.and')) })}
            </div>
          )}
        </>
      ),
    },
    {
      title: t('pass.hours'),
      dataIndex: 'hours',
      render: (hours: PassApplicationView['hours']) => formatHours(hours, language),
    },
    {
      title: t('pass.validity'),
      key: 'validity',
      render: (_, { validFrom, validTo }) => <TimeSpan from={validFrom} to={validTo} />,
    },
    {
      title: t('application.step'),
      key: 'step',
      render: (_, { state, dueStep }) => (
        <StateTag tone={TONES[state]}>
          {dueStep === null
            ? shared(`stateOf.application.${state}`)
            : t(`application.steps.${dueStep}`)}
        </StateTag>
      ),
    },
    {
      title: t('application.appliedAt'),
      dataIndex: 'appliedAt',
      render: (at: string) => formatDateTime(at),
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, row) => (
        <Flex gap={8}>
          {onWithdraw !== null && row.state === 'pending' && (
            <Button onClick={() => onWithdraw(row)}>{t('application.withdraw')}</Button>
          )}
          <Button onClick={() => onHistory(row)}>{t('application.history')}</Button>
        </Flex>
      ),
    },
  ];
}
