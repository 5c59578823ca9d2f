import { mountPage } from '../ui/mount-page.js';
import { SignInGate } from '../ui/sign-in-gate.js';
import './fitter.css';
import { FitterPage } from './fitter-page.js';
import { fitterTexts } from './texts/index.js';

void mountPage({
  namespace: 'fitter',
  texts: fitterTexts,
  page: (
    <SignInGate title={fitterTexts['zh-CN'].title} needs="terminals.fit">
      {(user) => <FitterPage user={user} />}
    </SignInGate>
  ),
});
