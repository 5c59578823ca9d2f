import type { InspectionTaskView } from '@tongyun/contracts';
import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/time.js';

/** What was to be looked at, and what came of it. */
export function InspectionSteps({ task }: { readonly task: InspectionTaskView }) {
  const { t: shared } = useTranslation('shared');
  return (
    <Timeline
      items={task.steps.map(({ toState, text, takenAt }) => ({
        key: toState,
        content: (
          <>
            <strong>{shared(`stateOf.inspection.${toState}`)}</strong> {text}
            <div className="admin-quiet">{formatDateTime(takenAt)}</div>
          </>
        ),
      }))}
    />
  );
}
