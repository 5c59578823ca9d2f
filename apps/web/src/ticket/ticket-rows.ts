import type { LoadKind, TicketView } from '@tongyun/contracts';

const UNKNOWN = '';
const asM3 = (m3: number): string => `${m3.toFixed(2)} m³`;
const asKg = (kg: number | null): string => (kg === null ? UNKNOWN : `${kg} kg`);
const withPhone = (name: string | null, phone: string | null): string =>
  [name, phone].filter((part) => part !== null).join(' ');

/** The printed fields by the names of their texts, in the order in which stations print them. */
export const TICKET_FIELDS = [
  'supplierName',
  'buyerName',
  'contractNo',
  'orderNo',
  'projectName',
  'pourLocation',
  'grade',
  'slumpMm',
  'mixDesignNo',
  'placingMethod',
  'plant',
  'vehicle',
  'driverName',
  'loadNo',
  'm3',
  'cum',
  'orderedM3',
  'tareKg',
  'grossKg',
  'netKg',
  'batchedAt',
  'leftPlantAt',
  'arrivedAt',
  'unloadEndAt',
  'receiver',
  'salesRep',
  'unitPriceCny',
  'exWorksTest',
  'note',
] as const;
export type TicketField = (typeof TICKET_FIELDS)[number];

export interface TicketWords {
  /** What stands behind the grade: nothing for concrete. */
  readonly kinds: Readonly<Record<LoadKind, string>>;
  readonly placingMethod: Readonly<Record<'chute' | 'pump', string>>;
  readonly formatTime: (at: string) => string;
  readonly cum: (m3: string, loads: number) => string;
  readonly test: (slumpMm: number, temperatureC: number | null, inspectorName: string) => string;
}

/** What stands in each field of a ticket; empty where it is not known, never made up. */
export function ticketRows(
  { content, leftPlantAt, arrivedAt, unloadEndAt }: TicketView,
  words: TicketWords,
): Readonly<Record<TicketField, string>> {
  const time = (at: string | null) => (at === null ? UNKNOWN : words.formatTime(at));
  const { exWorksTest: test } = content;
  return {
    supplierName: content.supplierName,
    buyerName: content.buyerName,
    contractNo: content.contractNo ?? UNKNOWN,
    orderNo: content.orderNo,
    projectName: `${content.projectName} ${content.siteName}`,
    pourLocation: content.pourLocation,
    grade: [content.grade, words.kinds[content.kind]].filter((part) => part !== '').join(' '),
    slumpMm: `${content.slumpMm} mm`,
    mixDesignNo: content.mixDesignNo ?? UNKNOWN,
    placingMethod: words.placingMethod[content.placingMethod],
    plant: [content.plantName, content.lineName].filter((part) => part !== null).join(' '),
    vehicle: [content.plateNo, content.fleetNo].filter((part) => part !== null).join(' / '),
    driverName: content.driverName,
    loadNo: String(content.loadNo),
    m3: asM3(content.m3),
    cum: words.cum(asM3(content.cumM3), content.cumLoads),
    orderedM3: asM3(content.orderedM3),
    tareKg: asKg(content.tareKg),
    grossKg: asKg(content.grossKg),
    netKg: asKg(content.netKg),
    batchedAt: time(content.batchedAt),
    leftPlantAt: time(leftPlantAt),
    arrivedAt: time(arrivedAt),
    unloadEndAt: time(unloadEndAt),
    receiver: withPhone(content.receiverName, content.receiverPhone),
    salesRep: withPhone(content.salesRepName, content.salesRepPhone),
    unitPriceCny: content.unitPriceCny === null ? UNKNOWN : `¥${content.unitPriceCny.toFixed(2)}`,
    exWorksTest:
      test === null ? UNKNOWN : words.test(test.slumpMm, test.temperatureC, test.inspectorName),
    note: content.note ?? UNKNOWN,
  };
}
