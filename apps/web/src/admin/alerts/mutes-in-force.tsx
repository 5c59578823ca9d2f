import type { AlertMuteView } from '@tongyun/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Flex, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { liftAlertMute, listAlertMutes } from '../../api/alerts.js';
import { getVehicle } from '../../api/fleet.js';
import { usePermission } from '../../api/use-session.js';
import { formatDateTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { LIST_KEYS } from '../lists/list-keys.js';

const isInForce = ({ liftedAt, validTo }: AlertMuteView): boolean =>
  liftedAt === null && new Date(validTo) > new Date();

/** What does not sound now, why and until when; nothing at all while all does. */
export function MutesInForce() {
  const { t } = useTranslation('admin');
  const mutes = useQuery({
    queryKey: LIST_KEYS.mutes,
    queryFn: async () => (await listAlertMutes()).items.filter(isInForce),
  });
  const lift = useMutation({ mutationFn: liftAlertMute, onSettled: () => mutes.refetch() });
  const columns = useColumns(lift.mutate);
  const rows = mutes.data ?? [];
  if (rows.length === 0) return <RefusalNotice error={mutes.error ?? lift.error} />;
  return (
    <Flex vertical gap={6} style={{ marginBottom: 16 }} data-testid="mutes-in-force">
      <strong>{t('alert.mutes', { n: rows.length })}</strong>
      <RefusalNotice error={lift.error} />
      <Table<AlertMuteView>
        aria-label={t('alert.mutes', { n: rows.length })}
        size="small"
        columns={columns}
        dataSource={rows}
        rowKey={({ id }) => id}
        pagination={false}
      />
    </Flex>
  );
}

function useColumns(onLift: (id: string) => void): TableColumnsType<AlertMuteView> {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const mayLift = usePermission('alerts.mute');
  return [
    {
      title: t('alert.code'),
      dataIndex: 'code',
      render: (code: AlertMuteView['code']) => shared(`alertCode.${code}`),
    },
    {
      title: t('alert.vehicle'),
      dataIndex: 'vehicleId',
      render: (vehicleId: string) => <Plate vehicleId={vehicleId} />,
    },
    {
      title: t('alert.ground'),
      dataIndex: 'ground',
      render: (ground: AlertMuteView['ground']) => t(`alert.grounds.${ground}`),
    },
    { title: t('decision.reason'), dataIndex: 'reason' },
    { title: t('alert.muteUntil'), dataIndex: 'validTo', render: formatDateTime },
    {
      title: t('list.actions'),
      key: 'actions',
      render: (_, { id }) =>
        mayLift && (
          <Button data-testid="lift-mute" onClick={() => onLift(id)}>
            {t('alert.lift')}
          </Button>
        ),
    },
  ];
}

function Plate({ vehicleId }: { readonly vehicleId: string }) {
  const { data } = useQuery({
    queryKey: ['admin', 'vehicle', vehicleId],
    queryFn: () => getVehicle(vehicleId),
  });
  return data?.plateNo ?? data?.equipmentNo ?? '';
}
