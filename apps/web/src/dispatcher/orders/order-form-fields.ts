import type {
  CreateOrderRequest,
  CreateSiteRequest,
  OrderTerms,
  PourKind,
  Position,
} from '@tongyun/contracts';
import { fromLocalInput, toLocalInput } from '../../i18n/time.js';
import { EVERY_DAY, toAccess } from './access/access-fields.js';

/** What the form holds while it is filled in. */
export interface OrderFields {
  readonly siteId?: string;
  readonly siteName?: string;
  readonly projectName?: string;
  readonly contractor?: string;
  readonly contactName?: string;
  readonly contactPhone?: string;
  readonly landmark?: string;
  readonly isNoiseSensitive?: boolean;
  /** Clocks between which a new site takes concrete every day. */
  readonly opensAt?: string;
  readonly closesAt?: string;
  readonly fenceRadiusM: number;
  readonly plantId: string;
  readonly grade: string;
  readonly slumpMm: number;
  readonly plannedM3: number;
  readonly rateM3PerHour: number;
  /** Asia/Shanghai wall clock, as `<input type="datetime-local">` writes it. */
  readonly firstOnSite: string;
  readonly placingMethod: 'chute' | 'pump';
  readonly pumpsNeeded?: number | null;
  readonly pumpReachM?: number | null;
  readonly primingM3?: number | null;
  readonly pourLocation: string;
  readonly isEmergency: boolean;
  readonly pourKind?: PourKind | null;
  readonly gapMaxMin?: number | null;
  readonly placesAtSite?: number | null;
  readonly retarderMin?: number | null;
  readonly contractNo?: string;
  readonly mixDesignNo?: string;
  readonly unitPriceCny?: number | null;
  readonly salesRepName?: string;
  readonly salesRepPhone?: string;
  readonly ticketNote?: string;
}

const LEAD_MS = 90 * 60_000;
const QUARTER_MS = 15 * 60_000;

/** What an order usually asks for; the first truck in an hour and a half, on a quarter hour. */
export const usualFields = (now: Date) => ({
  fenceRadiusM: 150,
  grade: 'C30',
  slumpMm: 180,
  plannedM3: 60,
  rateM3PerHour: 40,
  firstOnSite: toLocalInput(
    new Date(Math.ceil((now.getTime() + LEAD_MS) / QUARTER_MS) * QUARTER_MS),
  ),
  placingMethod: 'chute' as const,
  pumpsNeeded: 1,
  isEmergency: false,
});

const trimmedOrNull = (text: string | undefined): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};

const accessOf = ({
  opensAt,
  closesAt,
}: OrderFields): NonNullable<CreateSiteRequest['accessHours']> =>
  opensAt && closesAt
    ? toAccess({ hours: [{ weekdays: EVERY_DAY, from: opensAt, to: closesAt }], days: [] })
        .accessHours
    : [];

export const toSiteRequest = (
  fields: OrderFields,
  enterpriseId: string,
  at: Position,
): CreateSiteRequest => ({
  enterpriseId,
  name: fields.siteName ?? '',
  projectName: trimmedOrNull(fields.projectName) ?? fields.siteName ?? '',
  contractor: fields.contractor ?? '',
  position: { ...at, crs: 'wgs84' },
  fenceRadiusM: fields.fenceRadiusM,
  contactName: trimmedOrNull(fields.contactName),
  contactPhone: trimmedOrNull(fields.contactPhone),
  landmark: trimmedOrNull(fields.landmark),
  isNoiseSensitive: fields.isNoiseSensitive ?? false,
  accessHours: accessOf(fields),
});

/** What the delivery tickets are to say of the contract; what is not filled in stays blank. */
const toTerms = (fields: OrderFields): OrderTerms => ({
  contractNo: trimmedOrNull(fields.contractNo),
  mixDesignNo: trimmedOrNull(fields.mixDesignNo),
  unitPriceCny: fields.unitPriceCny ?? null,
  salesRepName: trimmedOrNull(fields.salesRepName),
  salesRepPhone: trimmedOrNull(fields.salesRepPhone),
  note: trimmedOrNull(fields.ticketNote),
});

export const toOrderRequest = (fields: OrderFields, siteId: string): CreateOrderRequest => ({
  siteId,
  plantId: fields.plantId,
  grade: fields.grade.trim(),
  slumpMm: fields.slumpMm,
  placingMethod: fields.placingMethod,
  pourLocation: fields.pourLocation.trim(),
  plannedM3: fields.plannedM3,
  rateM3PerHour: fields.rateM3PerHour,
  firstOnSiteAt: fromLocalInput(fields.firstOnSite),
  isPumpNeeded: fields.placingMethod === 'pump',
  ...(fields.placingMethod === 'pump' && { pumpsNeeded: fields.pumpsNeeded ?? 1 }),
  pumpReachM: fields.placingMethod === 'pump' ? (fields.pumpReachM ?? null) : null,
  primingM3: fields.placingMethod === 'pump' ? (fields.primingM3 ?? 0) : 0,
  isEmergency: fields.isEmergency,
  pourKind: fields.pourKind ?? null,
  gapMaxMin: fields.gapMaxMin ?? null,
  placesAtSite: fields.placingMethod === 'pump' ? null : (fields.placesAtSite ?? null),
  retarderMin: fields.retarderMin ?? null,
  terms: toTerms(fields),
});
