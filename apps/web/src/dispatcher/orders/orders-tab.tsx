import { useDesk } from '../desk.js';
import { OrderDetail } from './order-detail.js';
import { OrdersPanel, type OrdersPanelProps } from './orders-panel.js';

/** The day's list, or one order in its place. */
export function OrdersTab(props: OrdersPanelProps) {
  const { orderId } = useDesk().state;
  return orderId === null ? <OrdersPanel {...props} /> : <OrderDetail orderId={orderId} />;
}
