import type { AlertView, MeView } from '@tongyun/contracts';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AppFrame } from '../ui/app-frame.js';
import { LiveState } from '../ui/live-state.js';
import { AlertsPanel } from './alerts/alerts-panel.js';
import { useAlertSound } from './alerts/use-alert-sound.js';
import { useDecideAlert } from './alerts/use-decide-alert.js';
import { useNewAlerts } from './alerts/use-new-alerts.js';
import { useDesk } from './desk.js';
import type { DeskTab } from './desk-state.js';
import { DeviceCodeButton } from './drivers/device-code-button.js';
import { DeskCredit } from './desk-credit.js';
import { DeskMap } from './map-pane/desk-map.js';
import { OrderForm } from './orders/order-form.js';
import { OrdersTab } from './orders/orders-tab.js';
import { DeskShortcuts } from './desk-shortcuts.js';
import { useDeskLive } from './use-desk-live.js';
import { useShortcuts } from '../ui/use-shortcuts.js';
import { VehiclesPanel } from './vehicles/vehicles-panel.js';

const SEARCH_ID = 'desk-search';

/** Orders and vehicles on the left, the map in the middle, alerts on the right. */
export function DeskScreen({ user }: { readonly user: MeView }) {
  const { t } = useTranslation('dispatcher');
  const { state, act, vehicles } = useDesk();
  const sound = useAlertSound();
  const { acknowledgeNewest } = useDecideAlert();
  const [heard, setHeard] = useState<AlertView | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const connection = useDeskLive(vehicles);
  useNewAlerts((alert) => {
    setHeard(alert);
    sound.ring(alert.level);
  });
  const mayOrder = user.permissions.includes('orders.write');
  useShortcuts({
    ...(mayOrder ? { n: () => act({ do: 'open_form' }) } : {}),
    '/': () => document.getElementById(SEARCH_ID)?.focus(),
    o: () => act({ do: 'show_tab', tab: 'orders' }),
    v: () => act({ do: 'show_tab', tab: 'vehicles' }),
    a: acknowledgeNewest,
    m: sound.toggle,
    escape: () => act({ do: 'clear' }),
    '?': () => setHelpOpen(true),
  });

  return (
    <AppFrame
      title={t('title')}
      user={user}
      bar={
        <>
          <LiveState connection={connection} />
          <DeskCredit user={user} />
          {user.permissions.includes('dispatch.read_plan') && (
            <Button href="/plan" data-testid="to-plan">
              {t('toPlan')}
            </Button>
          )}
          {user.permissions.includes('devices.issue') && <DeviceCodeButton />}
          <DeskShortcuts isOpen={isHelpOpen} onOpen={setHelpOpen} />
        </>
      }
    >
      <div className="desk">
        <section className="desk-left" aria-label={t(`tabs.${state.tab}`)}>
          <Tabs
            activeKey={state.tab}
            onChange={(tab) => act({ do: 'show_tab', tab: tab as DeskTab })}
            items={[
              {
                key: 'orders',
                label: <span data-testid="tab-orders">{t('tabs.orders')}</span>,
                children: <OrdersTab searchId={SEARCH_ID} mayOrder={mayOrder} />,
              },
              {
                key: 'vehicles',
                label: <span data-testid="tab-vehicles">{t('tabs.vehicles')}</span>,
                children: <VehiclesPanel />,
              },
            ]}
          />
        </section>
        <DeskMap />
        <AlertsPanel sound={sound} heard={heard} />
      </div>
      {mayOrder && <OrderForm user={user} />}
    </AppFrame>
  );
}
