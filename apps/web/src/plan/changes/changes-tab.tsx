import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../i18n/time.js';
import { useOpenPlan, usePlanDesk } from '../plan-desk.js';
import { DifferenceList } from './difference-list.js';
import { useChangeNote } from './use-change-note.js';

/** What the last command changed and why; under it who changed the plan when, the newest first. */
export function ChangesTab() {
  const { t } = useTranslation('plan');
  const { plan } = useOpenPlan();
  const { change } = usePlanDesk().state;
  const noteOf = useChangeNote();
  return (
    <>
      {change?.before && (
        <section className="plan-last-change" data-testid="last-change">
          <h3>
            {t('difference.title', {
              from: change.before.revision,
              to: change.outcome.plan.revision,
            })}
          </h3>
          {change.command.event && (
            <p>{noteOf(`${change.command.event.kind}: ${change.command.event.reason}`)}</p>
          )}
          <DifferenceList
            before={change.before}
            outcome={change.outcome}
            event={change.command.event}
          />
        </section>
      )}
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
              {note !== null && <div>{noteOf(note)}</div>}
            </>
          ),
        }))}
      />
    </>
  );
}
