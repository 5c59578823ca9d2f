import type { StatedDevice, TerminalView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { useDeviceName } from './device-name.js';

export interface ClaimFactsProps {
  readonly terminal: TerminalView;
  readonly claimedBy: StatedDevice;
}

/** Two devices state one number: the one that has it, and the one that was turned down. */
export function ClaimFacts({ terminal, claimedBy }: ClaimFactsProps) {
  const { t } = useTranslation('fitter');
  const deviceName = useDeviceName();
  const { terminalNo, manufacturer } = terminal;
  return (
    <dl className="facts" data-testid="claim">
      <dt>{t('terminal.deviceKept')}</dt>
      <dd>{deviceName({ terminalNo, manufacturer })}</dd>
      <dt>{t('terminal.deviceClaiming')}</dt>
      <dd className="is-bad">{deviceName(claimedBy)}</dd>
    </dl>
  );
}
