import { Button, Empty, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppFrame } from '../ui/app-frame.js';
import { LiveState } from '../ui/live-state.js';
import { RefusalNotice } from '../ui/refusal-notice.js';
import { useShortcuts } from '../ui/use-shortcuts.js';
import { BehindNotice } from './behind/behind-notice.js';
import { CallInsView } from './call-ins/call-ins-view.js';
import { CapacityView } from './capacity/capacity-view.js';
import { CommandNotice } from './commands/command-notice.js';
import { DurationsView } from './durations/durations-view.js';
import { Gantt } from './gantt/gantt.js';
import { PlanHead } from './head/plan-head.js';
import { PlanShortcuts } from './help/plan-shortcuts.js';
import { NewsNotice } from './live/news-notice.js';
import { OfferNotice } from './offer/offer-notice.js';
import { LoansView } from './loans/loans-view.js';
import { OrdersView } from './orders/orders-view.js';
import { usePlanDesk } from './plan-desk.js';
import type { PlanView } from './plan-state.js';
import { ReviewView } from './review/review-view.js';
import { SidePanel } from './side-panel.js';
import { ViewTabs } from './view-tabs.js';
import { WhatIfView } from './what-if/what-if-view.js';

/** The head above, under it the plan from one side or another. */
export function PlanScreen() {
  const { t } = useTranslation('plan');
  const { user, state, plan, error, act, live } = usePlanDesk();
  const [isHelpOpen, setHelpOpen] = useState(false);
  useShortcuts({ escape: () => act({ do: 'clear' }), '?': () => setHelpOpen(true) });
  return (
    <AppFrame
      title={t('title')}
      user={user}
      bar={
        <>
          <ViewTabs />
          <LiveState connection={live.connection} />
          <PlanShortcuts isOpen={isHelpOpen} onOpen={setHelpOpen} />
          <Button href="/dispatcher" data-testid="to-desk">
            {t('toDesk')}
          </Button>
        </>
      }
    >
      <div className="plan-page">
        <PlanHead />
        <CommandNotice />
        <NewsNotice />
        <OfferNotice />
        <BehindNotice />
        {state.view === 'durations' && <DurationsView />}
        {state.view === 'review' && <ReviewView />}
        {state.view === 'loans' && <LoansView />}
        {isOfPlan(state.view) &&
          plan === undefined &&
          (error ? <RefusalNotice error={error} /> : <Spin className="plan-wait" />)}
        {isOfPlan(state.view) && plan === null && (
          <Empty className="plan-wait" description={t('noPlan')} />
        )}
        {isOfPlan(state.view) && plan && <View view={state.view} />}
      </div>
    </AppFrame>
  );
}

/** The other views look at an enterprise, whether or not the day has a plan. */
const VIEWS_OF_ENTERPRISE = ['durations', 'review', 'loans'] as const;
type ViewOfPlan = Exclude<PlanView, (typeof VIEWS_OF_ENTERPRISE)[number]>;

const isOfPlan = (view: PlanView): view is ViewOfPlan =>
  !VIEWS_OF_ENTERPRISE.some((one) => one === view);

function View({ view }: { readonly view: ViewOfPlan }) {
  switch (view) {
    case 'chart':
      return (
        <div className="plan-main">
          <Gantt />
          <SidePanel />
        </div>
      );
    case 'orders':
      return <OrdersView />;
    case 'call_ins':
      return <CallInsView />;
    case 'capacity':
      return <CapacityView />;
    case 'what_if':
      return <WhatIfView />;
  }
}
