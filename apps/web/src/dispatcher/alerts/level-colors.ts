import type { AlertLevel } from '@tongyun/contracts';

export const LEVEL_COLORS: Readonly<Record<AlertLevel, string>> = {
  notice: 'default',
  warning: 'gold',
  grave: 'red',
};
