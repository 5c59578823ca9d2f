import { PUMP_RUN } from '../../rules/pumping/pump-stages.js';

const STATES = ['planned', 'released', ...PUMP_RUN].map((state) => `'${state}'`).join(', ');

/** SQL of how far the pumps of an order `o` are, the last of them; null: the order needs none. */
export const PUMP_STATE = `(
  SELECT state FROM pump_job WHERE order_id = o.id
  ORDER BY array_position(ARRAY[${STATES}], state) LIMIT 1)`;

/** SQL of how many pumps an order needs at once. */
export const pumpsOf = (orderId: string): string =>
  `(SELECT count(*)::int FROM pump_job WHERE order_id = ${orderId})`;
