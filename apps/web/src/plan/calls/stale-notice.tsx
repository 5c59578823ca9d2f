import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { planDay } from '../../api/day-plans.js';
import { usePlanDesk } from '../plan-desk.js';

/** People wait for the answer. */
const SEARCH_SEC = 2;

/** Orders have changed since the plan was made. */
export function StaleNotice() {
  const { t } = useTranslation('plan');
  const { state, enterpriseId, commands, mayPlan } = usePlanDesk();
  if (!state.isStale) return null;
  const planAnew = () =>
    commands.run({
      name: 'plan',
      event: null,
      run: (seen) => planDay({ enterpriseId, operatingOn: state.day, searchSec: SEARCH_SEC }, seen),
    });
  return (
    <Alert
      banner
      type="info"
      role="status"
      data-testid="plan-stale"
      title={t('notice.stale')}
      action={
        mayPlan && (
          <Button
            type="primary"
            data-testid="plan-catch-up"
            loading={commands.running === 'plan'}
            onClick={planAnew}
          >
            {t('notice.catchUp')}
          </Button>
        )
      }
    />
  );
}
