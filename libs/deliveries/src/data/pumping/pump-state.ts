/** SQL of how far the pump of an order `o` is; null: the order needs none. */
export const PUMP_STATE = `(SELECT state FROM pump_job WHERE order_id = o.id ORDER BY id LIMIT 1)`;
