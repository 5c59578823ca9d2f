import type { RegistrationView } from '@tongyun/contracts';
import { Button, Flex, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { StateTag } from '../../ui/state-tag.js';
import { useEnterpriseName } from '../lists/use-names.js';
import { ValidityTag } from '../lists/validity-tag.js';
import { REGISTRATION_TONES } from './registration-states.js';

export interface RegistrationActions<Row> {
  readonly onDecide: (row: Row) => void;
  readonly onPapers: (row: Row) => void;
  readonly onHistory: (row: Row) => void;
  readonly moreActions?: ((row: Row) => ReactNode) | undefined;
}

type Shown = Pick<
  RegistrationView,
  | 'ownerEnterpriseId'
  | 'ownerName'
  | 'holderEnterpriseId'
  | 'registrationNo'
  | 'state'
  | 'nextStates'
  | 'papersValidity'
  | 'updatedAt'
>;

/** Whose it is, how far its registration is, and what can be done. */
export function useRegistrationColumns<Row extends Shown>(
  actions: RegistrationActions<Row>,
): TableColumnsType<Row> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const enterpriseName = useEnterpriseName();
  return [
    {
      title: t('registration.owner'),
      key: 'owner',
      render: (_, { ownerName, ownerEnterpriseId, holderEnterpriseId }) => {
        const owner = ownerName ?? enterpriseName(ownerEnterpriseId);
        if (ownerEnterpriseId !== null || holderEnterpriseId === null) return owner;
        const user = t('registration.usedBy', { name: enterpriseName(holderEnterpriseId) });
        return shared('mark.bracket', { what: owner, note: user });
      },
    },
    { title: t('registration.no'), key: 'no', render: (_, row) => row.registrationNo },
    {
      title: t('registration.state'),
      key: 'state',
      render: (_, { state }) => (
        <StateTag tone={REGISTRATION_TONES[state]}>{shared(`registrationState.${state}`)}</StateTag>
      ),
    },
    {
      title: t('registration.updatedAt'),
      key: 'updatedAt',
      render: (_, { updatedAt }) => formatDateTime(updatedAt),
    },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, row) => <RowActions row={row} {...actions} />,
    },
  ];
}

function RowActions<Row extends Shown>({
  row,
  onDecide,
  onPapers,
  onHistory,
  moreActions,
}: RegistrationActions<Row> & { readonly row: Row }) {
  const { t } = useTranslation('admin');
  const isOwn = usePermission('registrations.submit');
  const own = row.state === 'sent_back' ? 'registration.submitAgain' : 'registration.submit';
  return (
    <Flex gap={6}>
      {row.nextStates.length > 0 && (
        <Button type="primary" ghost onClick={() => onDecide(row)}>
          {t(isOwn ? own : 'decision.decide')}
        </Button>
      )}
      {moreActions?.(row)}
      <Button onClick={() => onPapers(row)}>{t('papers.open')}</Button>
      <Button onClick={() => onHistory(row)}>{t('decision.history')}</Button>
      <ValidityTag
        validity={row.papersValidity}
        words={{ expiring: t('papers.expiring'), expired: t('papers.expired') }}
      />
    </Flex>
  );
}
