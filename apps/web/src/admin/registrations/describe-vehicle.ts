import { plateColor, type RegistrationView } from '@tongyun/contracts';
import type { TFunction } from 'i18next';
import { emissionClassName } from '../../ui/use-emission-class-name.js';

type DescribedVehicle = Pick<
  RegistrationView,
  | 'plateColor'
  | 'drumCapacityM3'
  | 'boomLengthM'
  | 'lineLengthM'
  | 'emissionClass'
  | 'tareKg'
  | 'fleetNo'
>;

/** What a reviewer compares with the papers, in one line; what was not stated is left out. */
export function describeVehicle(
  vehicle: DescribedVehicle,
  t: TFunction<'admin'>,
  shared: TFunction<'shared'>,
): string {
  const { drumCapacityM3, boomLengthM, lineLengthM, emissionClass, tareKg, fleetNo } = vehicle;
  const color = plateColor.safeParse(vehicle.plateColor);
  return [
    color.success && shared(`plateColor.${color.data}`),
    drumCapacityM3 !== null && t('registration.drum', { n: drumCapacityM3 }),
    boomLengthM !== null && t('registration.boom', { n: boomLengthM }),
    lineLengthM !== null && t('registration.line', { n: lineLengthM }),
    emissionClass !== null && emissionClassName(emissionClass, shared),
    tareKg !== null && t('registration.tare', { n: tareKg }),
    fleetNo,
  ]
    .filter((part) => part !== false && part !== null)
    .join(' · ');
}
