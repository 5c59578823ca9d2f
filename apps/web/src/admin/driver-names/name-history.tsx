import type { DriverNameRequestView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Drawer, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { listDriverNameSteps } from '../../api/driver-names.js';
import { formatDateTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { Decider } from '../decisions/decider.js';
import { LIST_KEYS } from '../lists/list-keys.js';

export interface NameHistoryProps {
  readonly request: DriverNameRequestView;
  readonly onClose: () => void;
}

/** Who asked for a name, who decided, when and why. */
export function NameHistory({ request, onClose }: NameHistoryProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { id, nameBefore: before, name } = request;
  const { data, error, isLoading } = useQuery({
    queryKey: [...LIST_KEYS.driverNames, 'steps', id],
    queryFn: () => listDriverNameSteps(id),
  });
  return (
    <Drawer
      open
      size={520}
      loading={isLoading}
      title={t('driverName.title', { before, name })}
      onClose={onClose}
    >
      <RefusalNotice error={error} />
      <Timeline
        className="admin-timeline"
        items={(data?.items ?? []).map((step) => ({
          key: step.toState,
          content: (
            <>
              <strong>
                {step.toState === 'asked'
                  ? t('driverName.step.asked')
                  : shared(`stateOf.driverName.${step.toState}`)}
              </strong>
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
