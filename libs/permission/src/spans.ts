import type { Interval } from '@tongyun/kernel';

/** The part that two half-open intervals share; null when there is none. */
export function overlapOf(one: Interval, other: Interval): Interval | null {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to < other.to ? one.to : other.to;
  return from < to ? { from, to } : null;
}

/** Spans in order of time, those that touch or overlap joined into one; empty ones dropped. */
export function joined(spans: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  const inOrder = spans
    .filter(({ from, to }) => from < to)
    .toSorted((one, other) => one.from.getTime() - other.from.getTime());
  for (const span of inOrder) {
    const last = result.at(-1);
    if (!last || last.to < span.from) result.push(span);
    else if (last.to < span.to) result[result.length - 1] = { from: last.from, to: span.to };
  }
  return result;
}

/** What of `whole` no span of `taken` holds. */
export function without(whole: readonly Interval[], taken: readonly Interval[]): Interval[] {
  const gaps: Interval[] = [];
  const cuts = joined(taken);
  for (const span of joined(whole)) {
    let { from } = span;
    for (const cut of cuts) {
      if (cut.to <= from || cut.from >= span.to) continue;
      if (from < cut.from) gaps.push({ from, to: cut.from });
      from = cut.to;
    }
    if (from < span.to) gaps.push({ from, to: span.to });
  }
  return gaps;
}

/** The spans cut at every instant given that lies inside of them. */
export function cutAt(spans: readonly Interval[], instants: readonly Date[]): Interval[] {
  const inOrder = instants.toSorted((one, other) => one.getTime() - other.getTime());
  return spans.flatMap((span) => {
    const inner = inOrder.filter((at) => at > span.from && at < span.to);
    const edges = [span.from, ...inner, span.to];
    return edges
      .slice(1)
      .map((to, index) => ({ from: edges[index]!, to }))
      .filter(({ from, to }) => from < to);
  });
}
