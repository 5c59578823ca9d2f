import { cityEn } from './en.js';
import { cityZhCN } from './zh-CN.js';

declare module '../../i18n/resources.js' {
  interface TextResources {
    city: typeof cityZhCN;
  }
}

export const cityTexts = { 'zh-CN': cityZhCN, en: cityEn };
