import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { getAlert } from '../../api/alerts.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { AlertEvidence } from '../alerts/alert-evidence.js';
import { LIST_KEYS } from '../lists/list-keys.js';

export interface SightingAlertProps {
  readonly alertId: string;
  readonly onClose: () => void;
}

/** The alert that a sighting raised or added to: what it stands on, and how far it was handled. */
export function SightingAlert({ alertId, onClose }: SightingAlertProps) {
  const { t } = useTranslation('shared');
  const { data: alert, error } = useQuery({
    queryKey: [...LIST_KEYS.alerts, alertId],
    queryFn: () => getAlert(alertId),
  });
  const words = alert && [
    t(`alertCode.${alert.code}`),
    alert.plateNo,
    t(`alertLevel.${alert.level}`),
    t(`alertState.${alert.state}`),
  ];
  return (
    <Modal
      open
      width={720}
      footer={null}
      title={words?.filter((word) => word !== null).join(' · ')}
      onCancel={onClose}
    >
      <RefusalNotice error={error} />
      {alert && <AlertEvidence alert={alert} />}
    </Modal>
  );
}
