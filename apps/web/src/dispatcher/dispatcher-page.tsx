import { useTranslation } from 'react-i18next';
import { SignInGate } from '../ui/sign-in-gate.js';
import { DeskProvider } from './desk.js';
import { DeskScreen } from './desk-screen.js';

export function DispatcherPage() {
  const { t } = useTranslation('dispatcher');
  return (
    <SignInGate title={t('title')} needs="map.read">
      {(user) => (
        <DeskProvider>
          <DeskScreen user={user} />
        </DeskProvider>
      )}
    </SignInGate>
  );
}
