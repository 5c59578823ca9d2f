import { useDesk } from '../desk.js';
import { OrderDetail } from './order-detail.js';
import { OrdersPanel } from './orders-panel.js';

export interface OrdersTabProps {
  readonly searchId: string;
  readonly mayOrder: boolean;
}

/** The day's list, or one order in its place. */
export function OrdersTab(props: OrdersTabProps) {
  const { orderId } = useDesk().state;
  return orderId === null ? <OrdersPanel {...props} /> : <OrderDetail orderId={orderId} />;
}
