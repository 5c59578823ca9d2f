import type { BesideOrderRow, DayLoadRow, WorkBeside } from '@tongyun/deliveries';
import { hasBegun } from './begun.js';
import type { FactBeside } from './day-facts.js';
import type { ContentLoad, PlanContent } from './plan-content.js';

type Discharge = FactBeside['discharges'][number] & { readonly m3: number };

const MS_PER_HOUR = 3_600_000;
/** Less than this may be missing of an order whose plan is known, m³: the last load is a guess anyway. */
const NEARLY_M3 = 1;
const TOLD: readonly string[] = ['released', 'on_trip', 'delivered', 'returned_part'];

/**
 * What others have at the sites of a day: of what has begun the times that are known, of the rest what
 * their newest plans say, or what their drivers were told.
 *
 * @param plans the newest plan of each of the others for that day, by enterprise
 */
export function findBeside(
  { orders, loads }: WorkBeside,
  plans: ReadonlyMap<string, Pick<PlanContent, 'loads'>>,
): FactBeside[] {
  return orders.map((order) => {
    const rows = loads.filter(({ orderId }) => orderId === order.otherOrderId);
    const planned = plans.get(order.enterpriseId)?.loads ?? [];
    const own = planned.filter(({ orderId }) => orderId === order.otherOrderId);
    const ofRows = rows.flatMap((row) => ofRow(order, row, own) ?? []);
    const known = new Set(rows.filter(hasBegun).map(({ id }) => id));
    const toldOnly = new Set(rows.filter(({ state }) => state === 'released').map(({ id }) => id));
    const ofPlan = own.filter(({ id }) => !known.has(id) && !toldOnly.has(id)).map(ofContent);
    const discharges = [...ofRows, ...ofPlan].toSorted((one, two) => +one.from - +two.from);
    const knownM3 = discharges.reduce((sum, { m3 }) => sum + m3, 0);
    return {
      orderId: order.orderId,
      otherOrderId: order.otherOrderId,
      enterpriseId: order.enterpriseId,
      isOfPour: order.isOfPour,
      isKnown: knownM3 >= order.plannedM3 - NEARLY_M3,
      discharges: discharges.map(({ place, from, to }) => ({ place, from, to })),
    };
  });
}

const ofContent = ({
  place,
  m3,
  kind,
  dischargeFromAt,
  dischargeToAt,
}: ContentLoad): Discharge => ({
  place,
  m3: kind === 'priming_mortar' ? 0 : m3,
  from: new Date(dischargeFromAt),
  to: new Date(dischargeToAt),
});

/** A load that somebody was told of, when its truck takes a place; null of one that nobody was. */
function ofRow(
  { rateM3PerHour }: BesideOrderRow,
  row: DayLoadRow,
  own: readonly ContentLoad[],
): Discharge | null {
  if (!TOLD.includes(row.state)) return null;
  const content = own.find(({ id }) => id === row.id);
  const plan = content ? ofContent(content) : null;
  // Told and not begun: the plan's newest word counts, released or not.
  if (plan !== null && !hasBegun(row)) return plan;
  const lastsMs =
    plan === null ? (row.plannedM3 / rateM3PerHour) * MS_PER_HOUR : +plan.to - +plan.from;
  const endsAt = row.unloadEndAt ?? row.endsAt;
  const from =
    row.unloadStartAt ??
    later(row.arrivedAt, plan?.from ?? (endsAt && new Date(+endsAt - lastsMs))) ??
    null;
  if (from === null) return null;
  const m3 = row.kind === 'priming_mortar' ? 0 : (row.batchedM3 ?? row.plannedM3);
  return { place: plan?.place ?? 0, m3, from, to: row.unloadEndAt ?? new Date(+from + lastsMs) };
}

const later = (one: Date | null, other: Date | null): Date | null =>
  one === null || other === null ? (one ?? other) : one > other ? one : other;
