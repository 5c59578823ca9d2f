import type { RegistrationView } from '@tongyun/contracts';

/** What people call a vehicle: its plate, a trailer pump's equipment number. */
export const registrationName = ({ plateNo, equipmentNo, vehicleId }: RegistrationView): string =>
  plateNo ?? equipmentNo ?? vehicleId;
