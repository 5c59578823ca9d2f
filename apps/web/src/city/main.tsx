import { HashRouter } from 'react-router';
import { mountPage } from '../ui/mount-page.js';
import { SignInGate } from '../ui/sign-in-gate.js';
import './city.css';
import { CityPage } from './city-page.js';
import { cityTexts } from './texts/index.js';

void mountPage({
  namespace: 'city',
  texts: cityTexts,
  page: (
    <HashRouter>
      <SignInGate title={cityTexts['zh-CN'].title} needs="city.read">
        {(user) => <CityPage user={user} />}
      </SignInGate>
    </HashRouter>
  ),
});
