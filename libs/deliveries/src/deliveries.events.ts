import type { DriverId, DutyId, EnterpriseId, OrderId, TripId, VehicleId } from '@tongyun/kernel';
import type { TripStage } from './rules/stages.js';

/** What happens here. Trips and duties are ordered per vehicle, orders per order. */
export interface DeliveryEvents {
  'trip.changed': {
    readonly tripId: TripId;
    readonly vehicleId: VehicleId;
    readonly driverId: DriverId;
    readonly orderId: OrderId;
    readonly enterpriseId: EnterpriseId;
    readonly stage: TripStage;
  };
  'order.changed': { readonly orderId: OrderId; readonly enterpriseId: EnterpriseId };
  'duty.changed': {
    readonly dutyId: DutyId;
    readonly driverId: DriverId;
    readonly vehicleId: VehicleId;
    readonly enterpriseId: EnterpriseId;
  };
}
