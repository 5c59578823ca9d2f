import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { useOpenPlan } from '../plan-desk.js';

/** Who changed the plan when, the newest first. */
export function ChangesTab() {
  const { t } = useTranslation('plan');
  const { plan } = useOpenPlan();
  return (
    <Timeline
      className="plan-history"
      items={plan.changes.map(({ kind, at, byName, note }) => ({
        key: `${at} ${kind}`,
        content: (
          <>
            <b>{t(`change.${kind}`)}</b>
            <span className="gantt-sub">
              {formatTime(at)} {byName}
            </span>
            {note !== null && <div>{note}</div>}
          </>
        ),
      }))}
    />
  );
}
