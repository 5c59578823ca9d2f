import { plantEn } from './en.js';
import { plantZhCN } from './zh-CN.js';

declare module '../../i18n/resources.js' {
  interface TextResources {
    plant: typeof plantZhCN;
  }
}

export const plantTexts = { 'zh-CN': plantZhCN, en: plantEn };
