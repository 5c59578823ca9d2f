import { Badge, Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangesTab } from './changes/changes-tab.js';
import { ChosenPanel } from './detail/chosen-panel.js';
import { UnservedList } from './detail/unserved-list.js';
import { MovePanel } from './move/move-panel.js';
import { useOpenPlan, usePlanDesk } from './plan-desk.js';
import type { SideTab } from './plan-state.js';

const Body = ({ children }: { readonly children: ReactNode }) => (
  <div className="plan-side-body">{children}</div>
);

/** Beside the chart: what is chosen, who is not served, what was changed. */
export function SidePanel() {
  const { t } = useTranslation('plan');
  const { state, act } = usePlanDesk();
  const { plan } = useOpenPlan();
  const { proposal } = state;
  if (proposal) {
    return (
      <aside className="plan-side" aria-label={t('move.title')}>
        <MovePanel proposal={proposal} />
      </aside>
    );
  }
  return (
    <aside className="plan-side" aria-label={t(`side.${state.side}`)}>
      <Tabs
        activeKey={state.side}
        onChange={(side) => act({ do: 'show_side', side: side as SideTab })}
        items={[
          {
            key: 'chosen',
            label: t('side.chosen'),
            children: (
              <Body>
                <ChosenPanel />
              </Body>
            ),
          },
          {
            key: 'unserved',
            label: (
              <Badge size="small" offset={[8, -2]} count={plan.unserved.length}>
                {t('side.unserved')}
              </Badge>
            ),
            children: (
              <Body>
                <UnservedList />
              </Body>
            ),
          },
          {
            key: 'changes',
            label: t('side.changes'),
            children: (
              <Body>
                <ChangesTab />
              </Body>
            ),
          },
        ]}
      />
    </aside>
  );
}
