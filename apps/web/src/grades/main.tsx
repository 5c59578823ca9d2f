import { mountPage } from '../ui/mount-page.js';
import './grades.css';
import { GradesPage } from './grades-page.js';
import { en } from './texts/en.js';
import { zhCN } from './texts/zh-CN.js';

declare module '../i18n/resources.js' {
  interface TextResources {
    grades: typeof zhCN;
  }
}

void mountPage({ namespace: 'grades', texts: { 'zh-CN': zhCN, en }, page: <GradesPage /> });
