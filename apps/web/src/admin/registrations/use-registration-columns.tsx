import type { RegistrationState, RegistrationView } from '@tongyun/contracts';
import { Button, Flex, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { StateTag, type Tone } from '../lists/state-tag.js';
import { useEnterpriseName } from '../lists/use-names.js';
import { ValidityTag } from '../lists/validity-tag.js';
import { registrationName } from './registration-name.js';

const TONES: Readonly<Record<RegistrationState, Tone>> = {
  draft: 'quiet',
  submitted: 'wait',
  district_reviewed: 'busy',
  city_reviewed: 'busy',
  registered: 'good',
  sent_back: 'wait',
  suspended: 'bad',
  cancelled: 'quiet',
};

export interface RegistrationActions {
  readonly onDecide: (row: RegistrationView) => void;
  readonly onPapers: (row: RegistrationView) => void;
  readonly onHistory: (row: RegistrationView) => void;
}

export function useRegistrationColumns(
  actions: RegistrationActions,
): TableColumnsType<RegistrationView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const enterpriseName = useEnterpriseName();
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
      render: (_, row) => <RowActions row={row} {...actions} />,
    },
  ];
}

function RowActions({
  row,
  onDecide,
  onPapers,
  onHistory,
}: RegistrationActions & { readonly row: RegistrationView }) {
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
      <Button onClick={() => onPapers(row)}>{t('papers.open')}</Button>
      <Button onClick={() => onHistory(row)}>{t('decision.history')}</Button>
      <ValidityTag
        validity={row.papersValidity}
        words={{ expiring: t('papers.expiring'), expired: t('papers.expired') }}
      />
    </Flex>
  );
}
