import { useTranslation } from 'react-i18next';
import { SignInGate } from '../ui/sign-in-gate.js';
import { PlanDeskProvider } from './plan-desk.js';
import { PlanScreen } from './plan-screen.js';

export function PlanPage() {
  const { t } = useTranslation('plan');
  return (
    <SignInGate title={t('title')} needs="dispatch.read_plan">
      {(user) => (
        <PlanDeskProvider user={user}>
          <PlanScreen />
        </PlanDeskProvider>
      )}
    </SignInGate>
  );
}
