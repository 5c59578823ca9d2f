import {
  type RegistrationState,
  registrationState,
  type RegistrationView,
} from '@tongyun/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decideRegistration, listRegistrations, submitRegistration } from '../../api/compliance.js';
import { usePermission } from '../../api/use-session.js';
import { DecisionModal } from '../decisions/decision-modal.js';
import { useDecision } from '../decisions/use-decision.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { ListTable } from '../lists/list-table.js';
import { PlateSearch } from '../lists/plate-search.js';
import { StateFilter } from '../lists/state-filter.js';
import { usePagedList } from '../lists/use-paged-list.js';
import { type Ending, ValidityFilter } from '../lists/validity-filter.js';
import { PapersDrawer } from '../papers/papers-drawer.js';
import { EnterVehicleModal } from './enter-vehicle-modal.js';
import { RegistrationHistory } from './registration-history.js';
import { registrationName } from './registration-name.js';
import { useRegistrationColumns } from './use-registration-columns.js';

/** In the order of the work: what waits for a decision first. */
const FILTERS: readonly RegistrationState[] = [
  'submitted',
  'district_reviewed',
  'city_reviewed',
  'registered',
  'suspended',
  'sent_back',
  'draft',
  'cancelled',
];

/** What of a registration is looked at beside the list. */
interface Opened {
  readonly what: 'papers' | 'history';
  readonly row: RegistrationView;
}

/** Registrations: entered and handed in by the enterprise, decided with a reason by the authorities. */
export function RegistrationsTab() {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const [state, setState] = useState<RegistrationState | undefined>();
  const [plateNo, setPlateNo] = useState<string | undefined>();
  const [papers, setPapers] = useState<Ending | undefined>();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isEntering, setIsEntering] = useState(false);
  const mayEnter = usePermission('vehicles.manage');
  const isOwn = usePermission('registrations.submit');
  const list = usePagedList([...LIST_KEYS.registrations, state, plateNo, papers], (page) =>
    listRegistrations({
      ...page,
      ...(state && { state }),
      ...(plateNo && { plateNo }),
      ...(papers && { papersValidity: papers }),
    }),
  );
  const decision = useDecision<RegistrationView>({
    listKey: LIST_KEYS.registrations,
    send: ({ vehicleId, version }, { state: next, reason }) =>
      isOwn
        ? submitRegistration(vehicleId, reason, version)
        : decideRegistration(vehicleId, { state: registrationState.parse(next), reason }, version),
  });
  const columns = useRegistrationColumns({
    onDecide: decision.open,
    onPapers: (row) => setOpened({ what: 'papers', row }),
    onHistory: (row) => setOpened({ what: 'history', row }),
  });
  const close = () => setOpened(null);
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
            <ValidityFilter
              label={t('papers.open')}
              words={{ expiring: t('papers.expiring'), expired: t('papers.expired') }}
              value={papers}
              onChange={setPapers}
            />
            <PlateSearch onSearch={setPlateNo} />
            {mayEnter && (
              <Button
                type="primary"
                data-testid="enter-vehicle"
                onClick={() => setIsEntering(true)}
              >
                {t('registration.enter.open')}
              </Button>
            )}
          </>
        }
      />
      {decision.row && (
        <DecisionModal
          title={t('registration.title', { name: registrationName(decision.row) })}
          stateLabel={shared(`registrationState.${decision.row.state}`)}
          choices={decision.row.nextStates.map((value) => ({
            value,
            label: t(isOwn ? 'registration.submit' : `registration.to.${value}`),
          }))}
          error={decision.error}
          hasChanged={decision.hasChanged}
          isSaving={decision.isSaving}
          onDecide={decision.decide}
          onClose={decision.close}
        />
      )}
      {opened?.what === 'papers' && (
        <PapersDrawer
          of={{ subject: 'vehicle', subjectId: opened.row.vehicleId }}
          name={registrationName(opened.row)}
          onClose={close}
        />
      )}
      {opened?.what === 'history' && (
        <RegistrationHistory registration={opened.row} onClose={close} />
      )}
      {isEntering && <EnterVehicleModal onClose={() => setIsEntering(false)} />}
    </>
  );
}
