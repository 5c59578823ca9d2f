import type { InspectionTaskView } from '@tongyun/contracts';
import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '../../i18n/time.js';

/** What was to be looked at, and what came of it. */
export function InspectionSteps({ task }: { readonly task: InspectionTaskView }) {
  const { t } = useTranslation('admin');
  return (
    <Timeline
      items={task.steps.map(({ toState, text, takenAt }) => ({
        key: toState,
        content: (
          <>
            <strong>{t(`inspection.state.${toState}`)}</strong> {text}
            <div className="admin-quiet">{formatDateTime(takenAt)}</div>
          </>
        ),
      }))}
    />
  );
}
