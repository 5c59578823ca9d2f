import { fitterEn } from './en.js';
import { fitterZhCN } from './zh-CN.js';

declare module '../../i18n/resources.js' {
  interface TextResources {
    fitter: typeof fitterZhCN;
  }
}

export const fitterTexts = { 'zh-CN': fitterZhCN, en: fitterEn };
