import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePlanDesk } from './plan-desk.js';
import type { PlanView } from './plan-state.js';

const VIEWS: readonly PlanView[] = [
  'chart',
  'orders',
  'call_ins',
  'capacity',
  'loans',
  'what_if',
  'durations',
  'review',
];

/** From which side the plan is looked at. */
export function ViewTabs() {
  const { t } = useTranslation('plan');
  const { state, act } = usePlanDesk();
  return (
    <Segmented<PlanView>
      aria-label={t('view.label')}
      data-testid="plan-views"
      value={state.view}
      options={VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
      onChange={(view) => act({ do: 'show_view', view })}
    />
  );
}
