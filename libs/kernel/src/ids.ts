import { v7 } from 'uuid';

declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type UserId = Id<'User'>;
export type EnterpriseId = Id<'Enterprise'>;
export type PlantId = Id<'Plant'>;
export type VehicleId = Id<'Vehicle'>;
export type VehicleTransferId = Id<'VehicleTransfer'>;
export type DriverNameRequestId = Id<'DriverNameRequest'>;
export type LoanRequestId = Id<'LoanRequest'>;
export type VehicleLoanId = Id<'VehicleLoan'>;
export type TerminalId = Id<'Terminal'>;
export type TerminalOrderId = Id<'TerminalOrder'>;
export type DriverId = Id<'Driver'>;
export type ZoneId = Id<'Zone'>;
export type DistrictId = Id<'District'>;
export type TrainingSessionId = Id<'TrainingSession'>;
export type PassId = Id<'Pass'>;
export type PassApplicationId = Id<'PassApplication'>;
export type DocumentId = Id<'Document'>;
export type SiteId = Id<'Site'>;
export type OrderId = Id<'Order'>;
export type JointShareId = Id<'JointShare'>;
export type LoadId = Id<'Load'>;
export type AssignmentId = Id<'Assignment'>;
export type TripId = Id<'Trip'>;
export type PumpJobId = Id<'PumpJob'>;
export type DutyId = Id<'Duty'>;
export type AlertId = Id<'Alert'>;
export type AlertDeliveryId = Id<'AlertDelivery'>;
export type AlertMuteId = Id<'AlertMute'>;
export type WebhookId = Id<'Webhook'>;
export type PushSubscriptionId = Id<'PushSubscription'>;
export type ImportId = Id<'Import'>;
export type EventId = Id<'Event'>;

/** A new time-ordered UUID v7 (RFC 9562); the caller names which kind of id it is. */
export const newId = <Kind extends string>(): Kind => v7() as Kind;

/** No id that is made at this instant or later is less: ids of a time are found by their order. */
export const firstIdAt = (at: Date): string => {
  const ms = at.getTime().toString(16).padStart(12, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-7000-8000-000000000000`;
};
