import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { planJointPour } from '../../api/day-plans.js';
import { usePermission } from '../../api/use-session.js';
import { isLedTogether, jointSupplyOf } from '../../planning/joint-supply-query.js';
import { isUnderWay, planningOf } from '../../planning/planning-query.js';
import { changing } from '../commands/plan-command.js';
import { usePlanDesk } from '../plan-desk.js';

const SEARCH_SEC = 5;

/** Has a pour that others help to supply planned as one, in the days of all. */
export function JointButton({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation('shared');
  const { message } = App.useApp();
  const { enterpriseId, state, commands, mayPlan } = usePlanDesk();
  const mayAsk = usePermission('joint_supply.read') && mayPlan;
  const { data: supply } = useQuery({ ...jointSupplyOf(orderId), enabled: mayAsk });
  const { data: planning } = useQuery(planningOf({ enterpriseId, operatingOn: state.day }));
  if (!isLedTogether(supply, enterpriseId)) return null;
  const plan = changing('joint', async (seen) => {
    const outcome = await planJointPour(seen, { orderId, searchSec: SEARCH_SEC });
    const names = outcome.plansBegunFor.join(t('mark.and'));
    if (names !== '') message.warning(t('planning.plansBegun', { names }));
    return outcome;
  });
  return (
    <Button
      data-testid="plan-jointly"
      loading={commands.running === 'joint'}
      disabled={commands.running !== null || isUnderWay(planning)}
      onClick={() => commands.run(plan)}
    >
      {t('planning.together')}
    </Button>
  );
}
