import { policeEn } from './en.js';
import { policeZhCN } from './zh-CN.js';

declare module '../../i18n/resources.js' {
  interface TextResources {
    police: typeof policeZhCN;
  }
}

export const policeTexts = { 'zh-CN': policeZhCN, en: policeEn };
