import type { ReasonRule } from '../judged-case.js';

/** The driver was asked about and has not clocked in. */
export const judgeDriverDuty: ReasonRule = ({ facts: { driver }, window }) => {
  if (driver?.isOnDuty !== false) return [];
  return [
    {
      code: 'driver_off_duty',
      effect: 'forbids_work',
      sentence: {
        'zh-CN': `驾驶员${driver.name}未上班`,
        en: `Driver ${driver.name} is off duty`,
      },
      compared: { driverId: driver.driverId, driverName: driver.name },
      overridableBy: ['dispatcher'],
      during: [window],
    },
  ];
};
