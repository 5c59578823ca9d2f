import type { SameKeys } from '../../i18n/same-keys.js';
import type { zhCN } from './zh-CN.js';

export const en: SameKeys<typeof zhCN> = { title: 'Tongyun · Dispatch desk' };
