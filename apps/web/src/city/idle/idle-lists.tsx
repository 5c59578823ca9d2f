import type { IdleView } from '@tongyun/contracts';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';

type IdleVehicle = IdleView['vehicles'][number];
type NearPlant = IdleView['plants'][number];
const M_PER_KM = 1_000;

/** Never broken before its unit: the columns beside the map are narrow. */
const km = (distanceM: number): string => `${(distanceM / M_PER_KM).toFixed(1)}\u00a0km`;

/** Both lists with the nearest on top. */
export function IdleLists({ idle: { vehicles, plants } }: { readonly idle: IdleView }) {
  const { t } = useTranslation('city');
  const none = { emptyText: t('idle.none') };
  return (
    <>
      <h2>{t('idle.vehicles', { n: vehicles.length })}</h2>
      <Table<IdleVehicle>
        aria-label={t('idle.vehicles', { n: vehicles.length })}
        data-testid="idle-vehicles"
        size="small"
        columns={useVehicleColumns()}
        dataSource={vehicles}
        rowKey={({ vehicleId }) => vehicleId}
        pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
        locale={none}
      />
      <h2>{t('idle.plants', { n: plants.length })}</h2>
      <Table<NearPlant>
        aria-label={t('idle.plants', { n: plants.length })}
        size="small"
        columns={usePlantColumns()}
        dataSource={plants}
        rowKey={({ plantId }) => plantId}
        pagination={false}
        locale={none}
      />
    </>
  );
}

function useVehicleColumns(): TableColumnsType<IdleVehicle> {
  const { t } = useTranslation('city');
  const { t: shared } = useTranslation('shared');
  return [
    {
      title: t('idle.plate'),
      dataIndex: 'plateNo',
      render: (plateNo: IdleVehicle['plateNo'], { enterpriseName }) => (
        <Named name={plateNo ?? shared('state.none')} of={enterpriseName ?? ''} />
      ),
    },
    {
      title: t('idle.kind'),
      dataIndex: 'kind',
      render: (kind: IdleVehicle['kind'], { drumCapacityM3 }) =>
        `${shared(`vehicleKind.${kind}`)}${drumCapacityM3 === null ? '' : ` ${drumCapacityM3}\u00a0m³`}`,
    },
    {
      title: t('idle.manned'),
      dataIndex: 'isManned',
      render: (isManned: boolean) => shared(isManned ? 'state.yes' : 'state.no'),
    },
    { title: t('idle.distance'), dataIndex: 'distanceM', align: 'right', render: km },
    { title: t('idle.fixAt'), dataIndex: 'fixAt', render: formatTime },
  ];
}

function usePlantColumns(): TableColumnsType<NearPlant> {
  const { t } = useTranslation('city');
  return [
    {
      title: t('idle.plant'),
      dataIndex: 'name',
      render: (name: string, { enterpriseName }) => <Named name={name} of={enterpriseName} />,
    },
    { title: t('idle.rate'), dataIndex: 'm3PerHour', align: 'right' },
    { title: t('idle.work'), dataIndex: 'workM3', align: 'right' },
    { title: t('idle.idleMixers'), dataIndex: 'idleMixers', align: 'right' },
    { title: t('idle.distance'), dataIndex: 'distanceM', align: 'right', render: km },
  ];
}

function Named({ name, of }: { readonly name: string; readonly of: string }) {
  return (
    <>
      {name}
      <div className="city-quiet">{of}</div>
    </>
  );
}
