import { mountPage } from '../ui/mount-page.js';
import { SignInGate } from '../ui/sign-in-gate.js';
import './police.css';
import { PolicePage } from './police-page.js';
import { policeTexts } from './texts/index.js';

void mountPage({
  namespace: 'police',
  texts: policeTexts,
  page: (
    <SignInGate title={policeTexts['zh-CN'].title} needs="roadside.ask">
      {(user) => <PolicePage user={user} />}
    </SignInGate>
  ),
});
