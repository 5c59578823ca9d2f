import type { RegistrationView } from '@tongyun/contracts';
import { Button, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  decideRegistration,
  listRegistrationDecisions,
  listRegistrations,
  submitRegistration,
} from '../../api/compliance.js';
import { usePermission } from '../../api/use-session.js';
import { AgreementsDrawer } from '../agreements/agreements-drawer.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { CorrectVehicleModal } from './correct-vehicle-modal.js';
import { describeVehicle } from './describe-vehicle.js';
import { EnterVehicleModal } from './enter-vehicle-modal.js';
import { type RegistrationKind, RegistrationList } from './registration-list.js';
import { registrationName } from './registration-name.js';

const VEHICLES: RegistrationKind<RegistrationView> = {
  listKey: LIST_KEYS.registrations,
  load: listRegistrations,
  submit: ({ vehicleId, version }, reason) => submitRegistration(vehicleId, reason, version),
  decide: ({ vehicleId, version }, state, reason) =>
    decideRegistration(vehicleId, { state, reason }, version),
  loadDecisions: ({ vehicleId }) => listRegistrationDecisions(vehicleId),
  nameOf: registrationName,
  papersOf: ({ vehicleId }) => ({ subject: 'vehicle', subjectId: vehicleId }),
};

/** Registrations of vehicles, which the enterprise enters first. */
export function RegistrationsTab() {
  const { t } = useTranslation('admin');
  const [isEntering, setIsEntering] = useState(false);
  const [corrected, setCorrected] = useState<RegistrationView | null>(null);
  const [used, setUsed] = useState<RegistrationView | null>(null);
  const mayEnter = usePermission('vehicles.manage');
  return (
    <>
      <RegistrationList
        label={t('tab.registrations')}
        kind={VEHICLES}
        columns={useVehicleColumns()}
        moreActions={(row) => (
          <>
            {mayEnter && row.isCorrectable && (
              <Button data-testid="correct-vehicle" onClick={() => setCorrected(row)}>
                {t('registration.correct.open')}
              </Button>
            )}
            <Button data-testid="agreements" onClick={() => setUsed(row)}>
              {t('agreement.open')}
            </Button>
          </>
        )}
        tools={
          mayEnter && (
            <Button type="primary" data-testid="enter-vehicle" onClick={() => setIsEntering(true)}>
              {t('registration.enter.open')}
            </Button>
          )
        }
      />
      {isEntering && <EnterVehicleModal onClose={() => setIsEntering(false)} />}
      {used && <AgreementsDrawer registration={used} onClose={() => setUsed(null)} />}
      {corrected && (
        <CorrectVehicleModal registration={corrected} onClose={() => setCorrected(null)} />
      )}
    </>
  );
}

function useVehicleColumns(): TableColumnsType<RegistrationView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  return [
    {
      title: t('registration.plate'),
      key: 'plate',
      className: 'admin-plate',
      render: (_, row) => registrationName(row),
    },
    {
      title: t('registration.kind'),
      dataIndex: 'kind',
      render: (kind: RegistrationView['kind']) => shared(`vehicleKind.${kind}`),
    },
    {
      title: t('registration.described'),
      key: 'described',
      render: (_, row) => describeVehicle(row, t, shared),
    },
  ];
}
