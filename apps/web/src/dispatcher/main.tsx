import { mountPage } from '../ui/mount-page.js';
import './dispatcher.css';
import { DispatcherPage } from './dispatcher-page.js';
import { en } from './texts/en.js';
import { zhCN } from './texts/zh-CN.js';

declare module '../i18n/resources.js' {
  interface TextResources {
    dispatcher: typeof zhCN;
  }
}

void mountPage({
  namespace: 'dispatcher',
  texts: { 'zh-CN': zhCN, en },
  page: <DispatcherPage />,
});
