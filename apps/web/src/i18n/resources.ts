import type { sharedZhCN } from './texts/zh-CN.js';

/**
 * Texts by namespace. Each audience adds its own:
 * `declare module '../i18n/resources.js' { interface TextResources { driver: typeof zhCN } }`
 */
export interface TextResources {
  shared: typeof sharedZhCN;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shared';
    resources: TextResources;
    returnNull: false;
  }
}
