import type { LiveVehicleView } from '@tongyun/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import { mayCarryConcrete } from './carries-concrete.js';
import { DivertDialog } from './divert-dialog.js';

/** Opens where the concrete of a vehicle could go instead; not there for an empty one. */
export function DivertButton({ vehicle }: { readonly vehicle: LiveVehicleView }) {
  const { t } = useTranslation('dispatcher');
  const mayDivert = usePermission('trips.divert');
  const [isOpen, setOpen] = useState(false);
  const { tripId } = vehicle;
  if (!mayDivert || tripId === null || !mayCarryConcrete(vehicle)) return null;
  return (
    <>
      <Button block data-testid="divert-open" onClick={() => setOpen(true)}>
        {t('divert.open')}
      </Button>
      <DivertDialog
        tripId={tripId}
        plate={vehicle.plateNo ?? vehicle.fleetNo ?? t('vehicles.unsaidPlate')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
