import { Button, Empty, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { AppFrame } from '../ui/app-frame.js';
import { RefusalNotice } from '../ui/refusal-notice.js';
import { useShortcuts } from '../ui/use-shortcuts.js';
import { CommandNotice } from './commands/command-notice.js';
import { Gantt } from './gantt/gantt.js';
import { PlanHead } from './head/plan-head.js';
import { usePlanDesk } from './plan-desk.js';
import { SidePanel } from './side-panel.js';

/** The head above; the chart, and beside it what is chosen in it. */
export function PlanScreen() {
  const { t } = useTranslation('plan');
  const { user, plan, error, act } = usePlanDesk();
  useShortcuts({ escape: () => act({ do: 'clear' }) });
  return (
    <AppFrame
      title={t('title')}
      user={user}
      bar={
        <Button href="/dispatcher" data-testid="to-desk">
          {t('toDesk')}
        </Button>
      }
    >
      <div className="plan-page">
        <PlanHead />
        <CommandNotice />
        {plan === undefined &&
          (error ? <RefusalNotice error={error} /> : <Spin className="plan-wait" />)}
        {plan === null && <Empty className="plan-wait" description={t('noPlan')} />}
        {plan && (
          <div className="plan-main">
            <Gantt />
            <SidePanel />
          </div>
        )}
      </div>
    </AppFrame>
  );
}
