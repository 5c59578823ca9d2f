import type { TerminalRegistrationView } from '@tongyun/contracts';
import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  decideTerminalRegistration,
  listTerminalRegistrationDecisions,
  listTerminalRegistrations,
  submitTerminalRegistration,
} from '../../api/compliance.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { type RegistrationKind, RegistrationList } from './registration-list.js';

const TERMINALS: RegistrationKind<TerminalRegistrationView> = {
  listKey: LIST_KEYS.terminalRegistrations,
  load: listTerminalRegistrations,
  submit: ({ terminalId, version }, reason) =>
    submitTerminalRegistration(terminalId, reason, version),
  decide: ({ terminalId, version }, state, reason) =>
    decideTerminalRegistration(terminalId, { state, reason }, version),
  loadDecisions: ({ terminalId }) => listTerminalRegistrationDecisions(terminalId),
  nameOf: ({ phone }) => phone,
  papersOf: ({ terminalId }) => ({ subject: 'terminal', subjectId: terminalId }),
};

/** Registrations of terminals, from when one stands for an entered vehicle. */
export function TerminalRegistrationsTab() {
  const { t } = useTranslation('admin');
  return (
    <RegistrationList
      label={t('tab.terminalRegistrations')}
      kind={TERMINALS}
      columns={useTerminalColumns()}
    />
  );
}

function useTerminalColumns(): TableColumnsType<TerminalRegistrationView> {
  const { t } = useTranslation('admin');
  return [
    { title: t('terminal.phone'), dataIndex: 'phone' },
    {
      title: t('terminal.terminalNo'),
      key: 'terminalNo',
      render: (_, { terminalNo, manufacturer, model }) => (
        <>
          {terminalNo}
          <div className="admin-quiet">
            {[manufacturer, model].filter((word) => word !== null).join(' · ')}
          </div>
        </>
      ),
    },
    {
      title: t('terminal.bound'),
      key: 'vehicle',
      className: 'admin-plate',
      render: (_, { plateNo, equipmentNo }) => plateNo ?? equipmentNo,
    },
  ];
}
