import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pinInPlan } from '../../api/day-plans.js';
import { useShortcuts } from '../../ui/use-shortcuts.js';
import { changing } from '../commands/plan-command.js';
import { usePlanDesk } from '../plan-desk.js';
import { MoveDialog } from './move-dialog.js';

export interface ItemActionsProps {
  readonly item: { readonly id: string; readonly state: string; readonly isPinned: boolean };
}

/** What can be done to a load or pump job that has not begun. */
export function ItemActions({ item }: ItemActionsProps) {
  const { t } = useTranslation('plan');
  const { mayPlan, commands } = usePlanDesk();
  const [isMoving, setMoving] = useState(false);
  const isOpen = mayPlan && (item.state === 'planned' || item.state === 'released');
  const pin = () =>
    commands.run(
      changing('pin', (seen) => pinInPlan(seen, { itemId: item.id, isPinned: !item.isPinned })),
    );
  useShortcuts(isOpen ? { m: () => setMoving(true), p: pin } : {});
  if (!isOpen) return null;
  return (
    <Space wrap>
      <Button data-testid="item-move" onClick={() => setMoving(true)}>
        {t('move.open')} <kbd>M</kbd>
      </Button>
      <Button data-testid="item-pin" loading={commands.running === 'pin'} onClick={pin}>
        {t(item.isPinned ? 'move.unpin' : 'move.pin')} <kbd>P</kbd>
      </Button>
      {isMoving && <MoveDialog itemId={item.id} onClose={() => setMoving(false)} />}
    </Space>
  );
}
