import type { StatedDevice } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';

/** How a device that only states what it is is called: its number, and its maker where it says one. */
export function useDeviceName(): (device: StatedDevice | null) => string {
  const { t } = useTranslation('fitter');
  return (device) => {
    const terminalNo = device?.terminalNo ?? t('terminal.notSent');
    const maker = device?.manufacturer ?? null;
    return maker === null ? terminalNo : t('terminal.device', { terminalNo, maker });
  };
}
