import type { PlanOutcomeView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { useOpenPlan } from '../plan-desk.js';
import { useRuleName } from '../use-rule-name.js';
import { gapMinutes } from './gap-minutes.js';

/** Which rules a move breaks, at which site; each once. */
export function FaultList({ faults }: { readonly faults: PlanOutcomeView['faults'] }) {
  const { t } = useTranslation('plan');
  const { index } = useOpenPlan();
  const nameOf = useRuleName();
  const told = new Map(faults.map((fault) => [`${fault.code} ${fault.orderId}`, fault]));
  return (
    <ul className="plan-faults">
      {[...told].map(([key, fault]) => {
        const minutes = gapMinutes(fault);
        return (
          <li key={key} data-testid="move-fault" data-code={fault.code}>
            <b>{nameOf(fault.code)}</b>
            {minutes !== null && t('move.gap', { minutes })}
            <span className="gantt-sub"> {index.orderNames.get(fault.orderId)}</span>
          </li>
        );
      })}
    </ul>
  );
}
