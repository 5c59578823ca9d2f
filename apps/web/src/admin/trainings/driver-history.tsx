import type { DriverDecisionView, DriverTrainingView } from '@tongyun/contracts';
import { useQuery } from '@tanstack/react-query';
import { Drawer, Empty, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { listDriverDecisions } from '../../api/fleet.js';
import { formatDateTime } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { Decider } from '../decisions/decider.js';
import { LIST_KEYS } from '../lists/list-keys.js';

export interface DriverHistoryProps {
  readonly driver: DriverTrainingView;
  readonly onClose: () => void;
}

/** What was corrected of a driver, as it was before, by whom and why, and that he left. */
export function DriverHistory({ driver, onClose }: DriverHistoryProps) {
  const { t } = useTranslation('admin');
  const { data, error } = useQuery({
    queryKey: [...LIST_KEYS.drivers, 'decisions', driver.driverId],
    queryFn: () => listDriverDecisions(driver.driverId),
  });
  return (
    <Drawer
      open
      size={520}
      title={t('decision.historyOf', { name: driver.driverName })}
      onClose={onClose}
    >
      <RefusalNotice error={error} />
      {data?.items.length === 0 && <Empty description={t('decision.noHistory')} />}
      <Timeline
        className="admin-timeline"
        items={(data?.items ?? []).map((decision) => ({
          key: decision.id,
          content: <DecisionLine decision={decision} />,
        }))}
      />
    </Drawer>
  );
}

function DecisionLine({ decision }: { readonly decision: DriverDecisionView }) {
  const { t } = useTranslation('admin');
  const { before, leftOn, reason, decidedAt } = decision;
  return (
    <>
      <strong>
        {leftOn === null ? t('training.corrected') : t('training.left', { day: leftOn })}
      </strong>
      {before && <Before before={before} />}
      <div>{reason}</div>
      <div className="admin-quiet">
        {formatDateTime(decidedAt)} · <Decider decision={decision} />
      </div>
    </>
  );
}

const DESCRIBED = ['name', 'phone', 'licenceClass'] as const;

function Before({ before }: { readonly before: NonNullable<DriverDecisionView['before']> }) {
  const { t } = useTranslation('admin');
  return DESCRIBED.map((field) => {
    const value = before[field];
    if (value === undefined) return null;
    return <div key={field}>{t('training.before', { field: t(`training.${field}`), value })}</div>;
  });
}
