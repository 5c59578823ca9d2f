import {
  type RegistrationState,
  registrationState,
  type RegistrationView,
} from '@tongyun/contracts';
import { Button, Flex, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decideRegistration, listRegistrations } from '../../api/compliance.js';
import { usePermission } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { DecisionModal } from '../decisions/decision-modal.js';
import { useDecision } from '../decisions/use-decision.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { PlateSearch } from '../lists/plate-search.js';
import { StateFilter } from '../lists/state-filter.js';
import { StateTag, type Tone } from '../lists/state-tag.js';
import { useEnterpriseName } from '../lists/use-names.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { RegistrationHistory } from './registration-history.js';
import { findRegistrationSteps } from './registration-steps.js';

/** In the order of the work: what waits for a decision first. */
const FILTERS: readonly RegistrationState[] = [
  'submitted',
  'district_reviewed',
  'registered',
  'suspended',
  'sent_back',
  'cancelled',
];
const TONES: Readonly<Record<RegistrationState, Tone>> = {
  draft: 'quiet',
  submitted: 'wait',
  district_reviewed: 'busy',
  registered: 'good',
  sent_back: 'wait',
  suspended: 'bad',
  cancelled: 'quiet',
};

/** The queue of registrations: look, decide with a reason, read what was decided before. */
export function RegistrationsTab() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const [state, setState] = useState<RegistrationState | undefined>();
  const [plateNo, setPlateNo] = useState<string | undefined>();
  const [historyOf, setHistoryOf] = useState<RegistrationView | null>(null);
  const list = usePagedList([...LIST_KEYS.registrations, state, plateNo], (page) =>
    listRegistrations({ ...page, ...(state && { state }), ...(plateNo && { plateNo }) }),
  );
  const decision = useDecision<RegistrationView>({
    listKey: LIST_KEYS.registrations,
    send: ({ vehicleId, version }, { state: next, reason }) =>
      decideRegistration(vehicleId, { state: registrationState.parse(next), reason }, version),
  });
  const columns = useColumns(decision.open, setHistoryOf);
  return (
    <>
      <ListTable
        label={t('tab.registrations')}
        list={list}
        columns={columns}
        rowKey={({ vehicleId }) => vehicleId}
        tools={
          <>
            <StateFilter
              label={t('registration.state')}
              value={state}
              options={FILTERS.map((value) => ({
                value,
                label: shared(`registrationState.${value}`),
              }))}
              onChange={setState}
            />
            <PlateSearch onSearch={setPlateNo} />
          </>
        }
      />
      {decision.row && (
        <DecisionModal
          title={t('registration.title', { name: nameOf(decision.row) })}
          stateLabel={shared(`registrationState.${decision.row.state}`)}
          choices={findRegistrationSteps(decision.row.state).map((value) => ({
            value,
            label: t(`registration.to.${value}`),
          }))}
          error={decision.error}
          hasChanged={decision.hasChanged}
          isSaving={decision.isSaving}
          onDecide={decision.decide}
          onClose={decision.close}
        />
      )}
      {historyOf && (
        <RegistrationHistory
          vehicleId={historyOf.vehicleId}
          name={nameOf(historyOf)}
          onClose={() => setHistoryOf(null)}
        />
      )}
    </>
  );
}

const nameOf = ({ plateNo, equipmentNo, vehicleId }: RegistrationView): string =>
  plateNo ?? equipmentNo ?? vehicleId;

function useColumns(
  onDecide: (row: RegistrationView) => void,
  onHistory: (row: RegistrationView) => void,
): TableColumnsType<RegistrationView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const enterpriseName = useEnterpriseName();
  const mayDecide = usePermission('registrations.decide');
  return [
    {
      title: t('registration.plate'),
      key: 'plate',
      className: 'admin-plate',
      render: (_, row) => nameOf(row),
    },
    {
      title: t('registration.kind'),
      dataIndex: 'kind',
      render: (kind: RegistrationView['kind']) => shared(`vehicleKind.${kind}`),
    },
    {
      title: t('registration.owner'),
      key: 'owner',
      render: (_, row) => row.ownerName ?? enterpriseName(row.ownerEnterpriseId),
    },
    { title: t('registration.no'), dataIndex: 'registrationNo' },
    {
      title: t('registration.state'),
      dataIndex: 'state',
      render: (state: RegistrationState) => (
        <StateTag tone={TONES[state]}>{shared(`registrationState.${state}`)}</StateTag>
      ),
    },
    { title: t('registration.updatedAt'), dataIndex: 'updatedAt', render: formatDateTime },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, row) => (
        <Flex gap={6}>
          {mayDecide && (
            <Button type="primary" ghost onClick={() => onDecide(row)}>
              {t('decision.decide')}
            </Button>
          )}
          <Button onClick={() => onHistory(row)}>{t('decision.history')}</Button>
        </Flex>
      ),
    },
  ];
}
