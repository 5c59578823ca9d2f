import type {
  DriverId,
  DutyId,
  EnterpriseId,
  OrderId,
  PumpJobId,
  TripId,
  UserId,
  VehicleId,
} from '@tongyun/kernel';
import type { TripStage } from './rules/stages.js';

/** What happens here. Trips, pump jobs and duties are ordered per vehicle, orders per order. */
export interface DeliveryEvents {
  'trip.changed': {
    readonly tripId: TripId;
    readonly vehicleId: VehicleId;
    readonly driverId: DriverId;
    readonly orderId: OrderId;
    readonly enterpriseId: EnterpriseId;
    readonly stage: TripStage;
  };
  /** Ordered per vehicle, before the `trip.changed` of it. */
  'trip.diverted': {
    readonly diversionId: string;
    readonly tripId: TripId;
    readonly vehicleId: VehicleId;
    readonly kind: 'order' | 'place' | 'plant';
    readonly reason: string;
    readonly approvedBy: string;
    readonly decidedBy: UserId;
    /** From when, and when it is expected to be done; ISO 8601. */
    readonly at: string;
    readonly until: string;
  };
  /** A pump was given a job, taken off it, or reached another stage of it. */
  'pump_job.changed': {
    readonly pumpJobId: PumpJobId;
    readonly orderId: OrderId;
    readonly vehicleId: VehicleId;
    readonly enterpriseId: EnterpriseId;
  };
  'order.changed': { readonly orderId: OrderId; readonly enterpriseId: EnterpriseId };
  /** What an order asks for, or is to be brought, is not what it was: by a call, a refusal, or what was decided on it. */
  'order.wants_changed': {
    readonly orderId: OrderId;
    readonly enterpriseId: EnterpriseId;
    /** Who said so, or why: the caller, who signed, what was wrong with a load. */
    readonly saidBy: string;
  };
  'duty.changed': {
    readonly dutyId: DutyId;
    readonly driverId: DriverId;
    readonly vehicleId: VehicleId;
    readonly enterpriseId: EnterpriseId;
  };
  /** A driver wanted to go on duty and may not; ordered per driver. */
  'duty.refused': {
    readonly driverId: DriverId;
    /** The vehicle that he named. */
    readonly vehicleId: VehicleId;
    readonly enterpriseId: EnterpriseId;
    /** Why not: codes of the reasons that forbid it. */
    readonly codes: readonly string[];
    /** ISO 8601. */
    readonly at: string;
  };
}
