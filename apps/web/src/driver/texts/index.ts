import { driverEn } from './en.js';
import { driverZhCN } from './zh-CN.js';

declare module '../../i18n/resources.js' {
  interface TextResources {
    driver: typeof driverZhCN;
  }
}

export const driverTexts = { 'zh-CN': driverZhCN, en: driverEn };
