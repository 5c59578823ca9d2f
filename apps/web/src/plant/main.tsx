import { mountPage } from '../ui/mount-page.js';
import { SignInGate } from '../ui/sign-in-gate.js';
import './plant.css';
import { PlantPage } from './plant-page.js';
import { plantTexts } from './texts/index.js';

void mountPage({
  namespace: 'plant',
  texts: plantTexts,
  page: (
    <SignInGate title={plantTexts['zh-CN'].title} needs="queue.call">
      {(user) => <PlantPage user={user} />}
    </SignInGate>
  ),
});
