import { adminEn } from './en.js';
import { adminZhCN } from './zh-CN.js';

declare module '../../i18n/resources.js' {
  interface TextResources {
    admin: typeof adminZhCN;
  }
}

export const adminTexts = { 'zh-CN': adminZhCN, en: adminEn };
