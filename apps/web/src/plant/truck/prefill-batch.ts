import type { TruckProps } from './truck-props.js';

const round = (m3: number): number => Math.round(m3 * 100) / 100;

/** What a batch will most likely be: the trip's own truck and grade, the rest of its volume. */
export function prefillBatch(
  { lines }: Pick<TruckProps['queue'], 'lines'>,
  truck: Pick<
    TruckProps['truck'],
    'tripId' | 'vehicleId' | 'grade' | 'plannedM3' | 'batchedM3' | 'call'
  >,
): {
  readonly vehicleId: string;
  readonly grade: string;
  readonly m3: number | null;
  readonly lineId: string | null;
} {
  const leftM3 = round(truck.plannedM3 - (truck.batchedM3 ?? 0));
  return {
    vehicleId: truck.vehicleId,
    grade: truck.grade,
    m3: leftM3 > 0 ? leftM3 : null,
    lineId: truck.call?.lineId ?? lines[0]?.id ?? null,
  };
}
