import { mountPage } from '../ui/mount-page.js';
import './plan.css';
import { PlanPage } from './plan-page.js';
import { en } from './texts/en.js';
import { zhCN } from './texts/zh-CN.js';

declare module '../i18n/resources.js' {
  interface TextResources {
    plan: typeof zhCN;
  }
}

void mountPage({
  namespace: 'plan',
  texts: { 'zh-CN': zhCN, en },
  page: <PlanPage />,
});
