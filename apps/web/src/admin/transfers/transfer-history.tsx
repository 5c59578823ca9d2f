import type { VehicleTransferView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Drawer, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { listVehicleTransferSteps } from '../../api/vehicle-transfers.js';
import { formatDateTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { Decider } from '../decisions/decider.js';
import { LIST_KEYS } from '../lists/list-keys.js';

export interface TransferHistoryProps {
  readonly transfer: VehicleTransferView;
  readonly onClose: () => void;
}

/** Who asked, who agreed, who decided, when and why. */
export function TransferHistory({ transfer, onClose }: TransferHistoryProps) {
  const { t } = useTranslation('admin');
  const { data, error } = useQuery({
    queryKey: [...LIST_KEYS.transfers, 'steps', transfer.id],
    queryFn: () => listVehicleTransferSteps(transfer.id),
  });
  return (
    <Drawer
      open
      title={t('transfer.historyOf', { name: transfer.plateNo ?? '' })}
      onClose={onClose}
    >
      <RefusalNotice error={error} />
      <Timeline
        items={(data?.items ?? []).map((step) => ({
          key: step.toState,
          content: (
            <>
              <strong>{t(`transfer.step.${step.toState}`)}</strong>
              <div>{step.reason}</div>
              <div className="admin-quiet">
                {formatDateTime(step.decidedAt)} · <Decider decision={step} />
              </div>
            </>
          ),
        }))}
      />
    </Drawer>
  );
}
