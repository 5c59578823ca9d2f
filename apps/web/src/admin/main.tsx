import { HashRouter } from 'react-router';
import { mountPage } from '../ui/mount-page.js';
import { SignInGate } from '../ui/sign-in-gate.js';
import './admin.css';
import { AdminPage } from './admin-page.js';
import { adminTexts } from './texts/index.js';

void mountPage({
  namespace: 'admin',
  texts: adminTexts,
  page: (
    <HashRouter>
      <SignInGate title={adminTexts['zh-CN'].title} needs="fleet.read">
        {(user) => <AdminPage user={user} />}
      </SignInGate>
    </HashRouter>
  ),
});
