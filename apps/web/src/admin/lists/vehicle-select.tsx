import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listVehicles } from '../../api/fleet.js';

export interface VehicleSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (vehicleId: string) => void;
  /** What to look for before anything is typed. */
  readonly startWith?: string;
}

/** Finds a vehicle by its plate; a form hands in value and onChange. */
export function VehicleSelect({ id, value, onChange, startWith = '' }: VehicleSelectProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const [typed, setTyped] = useState(startWith);
  const plateNo = typed.trim().toUpperCase();
  const { data, isFetching } = useQuery({
    queryKey: ['admin', 'vehicles', plateNo],
    queryFn: () => listVehicles({ limit: 20, ...(plateNo === '' ? {} : { plateNo }) }),
  });
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(value !== undefined && { value })}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      placeholder={t('pass.chooseVehicle')}
      loading={isFetching}
      data-testid="vehicle-select"
      options={(data?.items ?? []).map((vehicle) => ({
        value: vehicle.id,
        label: [
          vehicle.plateNo ?? vehicle.equipmentNo ?? vehicle.id,
          shared(`vehicleKind.${vehicle.kind}`),
          vehicle.ownerName,
        ]
          .filter(Boolean)
          .join(' · '),
      }))}
      onChange={(vehicleId: string) => onChange?.(vehicleId)}
    />
  );
}
