import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { calibrateDrum } from '../../api/fleet.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { FITTER_KEY } from '../terminals/queries.js';
import { drumNow } from './drum-now.js';
import type { LivePanelProps } from './live-panel.js';

/** Which way the drum turns as it will be stored, and the calibration of its sensor. */
export function DrumPanel({ terminal, fix }: LivePanelProps) {
  const { t } = useTranslation('fitter');
  const queries = useQueryClient();
  const sent = fix?.drumSent ?? null;
  const shown = drumNow(sent, terminal.isDrumInverted);
  const calibrate = useMutation({
    mutationFn: () => calibrateDrum(terminal.id, { isInverted: sent === 'reverse' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: FITTER_KEY }),
  });
  const rpm = fix?.drumSpeedRpm ?? null;
  return (
    <section className="panel">
      <h3>{t('drum.heading')}</h3>
      {shown === null && <p className="fitter-hint">{t('drum.none')}</p>}
      {shown && (
        <p className="drum" data-testid="drum" data-state={shown}>
          <strong>{t(`drum.${shown}`)}</strong>
          {rpm !== null && <span>{t('drum.rpm', { rpm })}</span>}
        </p>
      )}
      <p className="fitter-hint">
        {t(terminal.isDrumInverted ? 'drum.inverted' : 'drum.asWired')} {t('drum.turnHint')}
      </p>
      <button
        type="button"
        className="wide-button is-main"
        data-testid="turns-forwards"
        disabled={sent === null || sent === 'stopped' || calibrate.isPending}
        onClick={() => calibrate.mutate()}
      >
        {t('drum.turnNow')}
      </button>
      {calibrate.isSuccess && <p role="status">{t('drum.saved')}</p>}
      <RefusalNotice error={calibrate.error} />
    </section>
  );
}
