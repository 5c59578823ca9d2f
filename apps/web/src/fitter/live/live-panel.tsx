import type { TerminalFixView, TerminalView } from '@tongyun/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orderTerminal } from '../../api/fleet.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';

export interface LivePanelProps {
  readonly terminal: TerminalView;
  readonly fix: TerminalFixView['fix'];
}

const DEGREE_DIGITS = 6;
const ageSec = (receivedAt: string): number =>
  Math.max(0, Math.round((Date.now() - new Date(receivedAt).getTime()) / 1_000));

/** Where it says it is, how well it knows, and how long ago that came. */
export function LivePanel({ terminal, fix }: LivePanelProps) {
  const { t } = useTranslation('fitter');
  const ask = useMutation({
    mutationFn: () => orderTerminal(terminal.id, { kind: 'ask_position' }),
  });
  return (
    <section className="panel" data-testid="live-fix">
      <h3>{t('live.heading')}</h3>
      {fix === null && <p className="fitter-hint">{t('live.none')}</p>}
      {fix && (
        <dl className="facts">
          <dt>{t(fix.isLocated ? 'live.located' : 'live.notLocated')}</dt>
          <dd>{t('live.age', { sec: ageSec(fix.receivedAt) })}</dd>
          <dt>{t('live.satellites')}</dt>
          <dd data-testid="satellites">{fix.satellites ?? t('live.unknown')}</dd>
          <dt>{t('live.speed')}</dt>
          <dd>{fix.speedKph === null ? t('live.unknown') : `${fix.speedKph} km/h`}</dd>
          <dt>{t('live.place')}</dt>
          <dd>
            {fix.lng.toFixed(DEGREE_DIGITS)}, {fix.lat.toFixed(DEGREE_DIGITS)}
          </dd>
        </dl>
      )}
      <button
        type="button"
        className="wide-button"
        disabled={ask.isPending}
        onClick={() => ask.mutate()}
      >
        {t(ask.isSuccess ? 'live.asked' : 'live.ask')}
      </button>
      <RefusalNotice error={ask.error} />
    </section>
  );
}
