import { mountPage } from '../ui/mount-page.js';
import { Chooser } from './chooser.js';
import './chooser.css';
import { en } from './texts/en.js';
import { zhCN } from './texts/zh-CN.js';

declare module '../i18n/resources.js' {
  interface TextResources {
    chooser: typeof zhCN;
  }
}

void mountPage({ namespace: 'chooser', texts: { 'zh-CN': zhCN, en }, page: <Chooser /> });
