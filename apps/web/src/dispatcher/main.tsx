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

// The desk is a map: it is fetched while the page still asks who is there.
void import('../map/engine.js');
void mountPage({
  namespace: 'dispatcher',
  texts: { 'zh-CN': zhCN, en },
  page: <DispatcherPage />,
});
