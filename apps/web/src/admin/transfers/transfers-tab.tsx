import { vehicleTransferState, type VehicleTransferView } from '@tongyun/contracts';
import { Button, Flex, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import { listVehicleTransfers, stepVehicleTransfer } from '../../api/vehicle-transfers.js';
import { formatDateTime } from '../../i18n/time.js';
import { DecisionModal } from '../decisions/decision-modal.js';
import { useDecision } from '../decisions/use-decision.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { StateFilter } from '../lists/state-filter.js';
import { StateTag, type Tone } from '../../ui/state-tag.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { AskTransferModal } from './ask-transfer-modal.js';
import { TransferHistory } from './transfer-history.js';

const TONES: Readonly<Record<VehicleTransferView['state'], Tone>> = {
  asked: 'wait',
  agreed: 'busy',
  declined: 'bad',
  withdrawn: 'quiet',
  approved: 'good',
  refused: 'bad',
};
const step = vehicleTransferState.exclude(['asked']);

/** Vehicles that go from one enterprise to another: asked, agreed, decided. */
export function TransfersTab() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const [state, setState] = useState<VehicleTransferView['state'] | undefined>();
  const [historyOf, setHistoryOf] = useState<VehicleTransferView | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const mayAsk = usePermission('transfers.ask');
  const list = usePagedList([...LIST_KEYS.transfers, state], (page) =>
    listVehicleTransfers({ ...page, ...(state && { state }) }),
  );
  const decision = useDecision<VehicleTransferView>({
    listKey: LIST_KEYS.transfers,
    send: ({ id, version }, { state: next, reason }) =>
      stepVehicleTransfer(id, { state: step.parse(next), reason }, version),
  });
  const columns = useColumns(decision.open, setHistoryOf);
  return (
    <>
      <ListTable
        label={t('tab.transfers')}
        list={list}
        columns={columns}
        rowKey={({ id }) => id}
        tools={
          <>
            <StateFilter
              label={t('transfer.stateLabel')}
              value={state}
              options={vehicleTransferState.options.map((value) => ({
                value,
                label: shared(`stateOf.transfer.${value}`),
              }))}
              onChange={setState}
            />
            {mayAsk && (
              <Button type="primary" data-testid="ask-transfer" onClick={() => setIsAsking(true)}>
                {t('transfer.ask')}
              </Button>
            )}
          </>
        }
      />
      {decision.row && (
        <DecisionModal
          title={t('transfer.title', { name: decision.row.plateNo ?? '' })}
          stateLabel={shared(`stateOf.transfer.${decision.row.state}`)}
          choices={decision.row.nextStates.map((value) => ({
            value,
            label: t(`transfer.step.${value}`),
          }))}
          error={decision.error}
          hasChanged={decision.hasChanged}
          isSaving={decision.isSaving}
          onDecide={decision.decide}
          onClose={decision.close}
        />
      )}
      {historyOf && <TransferHistory transfer={historyOf} onClose={() => setHistoryOf(null)} />}
      {isAsking && <AskTransferModal onClose={() => setIsAsking(false)} />}
    </>
  );
}

function useColumns(
  onStep: (row: VehicleTransferView) => void,
  onHistory: (row: VehicleTransferView) => void,
): TableColumnsType<VehicleTransferView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  return [
    { title: t('registration.plate'), dataIndex: 'plateNo', className: 'admin-plate' },
    { title: t('transfer.from'), dataIndex: 'fromEnterpriseName' },
    { title: t('transfer.to'), dataIndex: 'toEnterpriseName' },
    { title: t('transfer.askedAt'), dataIndex: 'askedAt', render: formatDateTime },
    {
      title: t('transfer.stateLabel'),
      dataIndex: 'state',
      render: (state: VehicleTransferView['state']) => (
        <StateTag tone={TONES[state]}>{shared(`stateOf.transfer.${state}`)}</StateTag>
      ),
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, row) => (
        <Flex gap={6}>
          {row.nextStates.length > 0 && (
            <Button type="primary" ghost onClick={() => onStep(row)}>
              {t('decision.decide')}
            </Button>
          )}
          <Button onClick={() => onHistory(row)}>{t('decision.history')}</Button>
        </Flex>
      ),
    },
  ];
}
