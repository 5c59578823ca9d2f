/** SQL over a load `l` and its newest trip `t`: concrete that the trip carries for it, m³. */
export const CARRIED_M3 = `coalesce(
  t.ticketed_m3, t.batched_m3 - t.taken_elsewhere_m3, l.planned_m3)`;

/**
 * The same for what has come to the site and stayed, m³; null where nothing has. A load whose rest
 * was sent elsewhere was cut to what the site took; one that the site signed for in part was not.
 */
export const DELIVERED_M3 = `CASE
  WHEN l.state = 'delivered' OR (l.state = 'returned_part' AND t.undelivered_m3 > 0)
    THEN ${CARRIED_M3} - coalesce(t.undelivered_m3, 0)
  WHEN l.state = 'returned_part' THEN l.planned_m3
END`;

/** The trip that the two above read: the newest of the load for the order `o`. */
export const NEWEST_TRIP = `
  SELECT batched_m3, ticketed_m3, taken_elsewhere_m3, undelivered_m3 FROM trip
  WHERE load_id = l.id AND order_id = l.order_id
  ORDER BY assigned_at DESC, id DESC LIMIT 1`;

/** Whether a load `l` is of the volume that its site ordered: mortar that primes a pump is not. */
export const IS_ORDERED = `(l.kind <> 'priming_mortar')`;
