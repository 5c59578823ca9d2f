import type { LiveVehicleView } from '@tongyun/contracts';
import { Input, Table, type TableColumnsType } from 'antd';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTimeSeconds } from '../../i18n/time.js';
import { VEHICLE_STATES, vehicleStateOf } from '../../map/layers/vehicle-state.js';
import { useDesk } from '../desk.js';
import { useLiveVehicles } from '../use-live-vehicles.js';
import { useRoomBelow } from './use-room-below.js';
import { VehicleBadge } from './vehicle-badge.js';

const rankOf = (vehicle: LiveVehicleView) => VEHICLE_STATES.indexOf(vehicleStateOf(vehicle));

/** Violations first, then by plate. */
const byUrgency = (a: LiveVehicleView, b: LiveVehicleView): number =>
  rankOf(a) - rankOf(b) || (a.plateNo ?? '').localeCompare(b.plateNo ?? '');

const hasText = (vehicle: LiveVehicleView, text: string): boolean =>
  [vehicle.plateNo, vehicle.fleetNo, vehicle.driverName].some((value) =>
    value?.toUpperCase().includes(text),
  );

function useColumns(): TableColumnsType<LiveVehicleView> {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  return useMemo(
    () => [
      {
        key: 'plate',
        title: t('vehicles.plate'),
        width: 104,
        render: (_, { plateNo, fleetNo }) => (
          <b>{plateNo ?? fleetNo ?? t('vehicles.unsaidPlate')}</b>
        ),
      },
      {
        key: 'state',
        title: t('vehicles.state'),
        width: 92,
        render: (_, vehicle) => <VehicleBadge vehicle={vehicle} />,
      },
      {
        key: 'stage',
        title: t('vehicles.stage'),
        width: 84,
        render: (_, { stage }) =>
          stage === null ? t('vehicles.noTrip') : shared(`stage.${stage}`),
      },
      {
        key: 'fixAt',
        title: t('vehicles.fixAt'),
        width: 76,
        render: (_, { fixAt }) =>
          fixAt === null ? t('vehicles.noPosition') : formatTimeSeconds(fixAt),
      },
    ],
    [t, shared],
  );
}

/** The table's own head and the count beneath it. */
const BELOW_LIST_PX = 96;

/** The list that says what the map says, for whoever cannot use the map. */
export function VehiclesPanel() {
  const { t } = useTranslation('dispatcher');
  const { state, act } = useDesk();
  const vehicles = useLiveVehicles();
  const [search, setSearch] = useState('');
  const text = useDeferredValue(search.trim().toUpperCase());
  const rows = useMemo(
    () => vehicles.filter((vehicle) => text === '' || hasText(vehicle, text)).toSorted(byUrgency),
    [vehicles, text],
  );
  const place = useRef<HTMLDivElement>(null);
  const roomPx = useRoomBelow(place, BELOW_LIST_PX);
  const choose = ({ vehicleId, position }: LiveVehicleView) =>
    act({ do: 'select_vehicle', vehicleId, at: position });

  return (
    <div className="desk-panel" data-testid="vehicles-panel">
      <Input
        allowClear
        placeholder={t('vehicles.search')}
        aria-label={t('vehicles.search')}
        value={search}
        onChange={({ target }) => setSearch(target.value)}
      />
      <div ref={place} />
      <Table<LiveVehicleView>
        virtual
        size="small"
        rowKey="vehicleId"
        columns={useColumns()}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 356, y: roomPx }}
        locale={{ emptyText: t('vehicles.empty') }}
        rowClassName={({ vehicleId }) => (vehicleId === state.vehicleId ? 'is-chosen' : '')}
        onRow={(vehicle) => ({
          tabIndex: 0,
          'data-testid': 'vehicle-row',
          'data-plate': vehicle.plateNo ?? '',
          onClick: () => choose(vehicle),
          onKeyDown: ({ key }) => {
            if (key === 'Enter') choose(vehicle);
          },
        })}
      />
      <p className="desk-count">
        {t('vehicles.count', { shown: rows.length, all: vehicles.length })}
      </p>
    </div>
  );
}
