import { SignInGate } from '../ui/sign-in-gate.js';
import { AppFrame } from '../ui/app-frame.js';
import { mountPage } from '../ui/mount-page.js';
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
  page: (
    <SignInGate title={zhCN.title} needs="map.read">
      {(user) => (
        <AppFrame title={zhCN.title} user={user}>
          {user.displayName}
        </AppFrame>
      )}
    </SignInGate>
  ),
});
