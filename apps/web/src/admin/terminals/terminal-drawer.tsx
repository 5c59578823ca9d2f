import type { TerminalView } from '@tongyun/contracts';
import { Drawer, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePermission } from '../../api/use-session.js';
import { OrdersPanel } from './orders-panel.js';
import { RawLogPanel } from './raw-log-panel.js';

export interface TerminalDrawerProps {
  readonly terminal: TerminalView;
  readonly onClose: () => void;
}

/** What one terminal is told from here, and what it says byte by byte. */
export function TerminalDrawer({ terminal, onClose }: TerminalDrawerProps) {
  const { t } = useTranslation('admin');
  const mayOrder = usePermission('terminals.order');
  const mayLog = usePermission('terminals.log');
  const panels = [
    { isThere: mayOrder, key: 'orders', children: <OrdersPanel terminal={terminal} /> },
    { isThere: mayLog, key: 'rawLog', children: <RawLogPanel terminal={terminal} /> },
  ] as const;
  return (
    <Drawer
      open
      size={680}
      title={t('terminal.title', { phone: terminal.phone, plate: terminal.plateNo ?? '' })}
      onClose={onClose}
    >
      <Tabs
        items={panels
          .filter(({ isThere }) => isThere)
          .map(({ key, children }) => ({ key, label: t(`terminal.${key}`), children }))}
      />
    </Drawer>
  );
}
