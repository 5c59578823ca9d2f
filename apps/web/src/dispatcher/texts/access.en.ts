import type { SameKeys } from '../../i18n/same-keys.js';
import type { accessZhCN } from './access.zh-CN.js';

export const accessEn: SameKeys<typeof accessZhCN> = {
  open: 'Site open:',
  exceptions: ' (otherwise on {{count}} days)',
  change: 'Change',
  title: 'When {{site}} takes concrete',
  hint: 'Without hours it is always open. Hours that end before they begin run into the next day; no pour goes on over a time at which the site is closed.',
  daysHint: 'Single days: open in the hours stated alone, closed all day without any.',
  weekdays: 'Days of the week',
  day: 'Day',
  from: 'From',
  to: 'To',
  add: 'Add hours',
  addDay: 'Add a day',
  remove: 'Remove',
  newSite: 'Open hours (empty: always)',
};
