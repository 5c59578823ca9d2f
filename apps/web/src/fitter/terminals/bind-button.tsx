import type { TerminalView, VehicleView } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bindTerminal } from '../../api/fleet.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { FITTER_KEY } from './queries.js';

export interface BindButtonProps {
  readonly terminal: TerminalView;
  readonly vehicle: VehicleView;
  readonly onBound: () => void;
}

/** Binds by one tap; where another terminal stands for the vehicle, a second tap confirms the swap. */
export function BindButton({ terminal, vehicle, onBound }: BindButtonProps) {
  const { t } = useTranslation('fitter');
  const queries = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const plate = vehicle.plateNo ?? vehicle.equipmentNo ?? '';
  const isSwap = vehicle.terminalId !== null && vehicle.terminalId !== terminal.id;
  const bind = useMutation({
    mutationFn: () => bindTerminal(terminal.id, { vehicleId: vehicle.id }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: FITTER_KEY });
      onBound();
    },
  });
  return (
    <div className="bind">
      {!isAsking && (
        <button
          type="button"
          className="wide-button is-main"
          disabled={bind.isPending}
          onClick={() => (isSwap ? setIsAsking(true) : bind.mutate())}
        >
          {t(isSwap ? 'bind.swap' : 'bind.to', { plate })}
        </button>
      )}
      {isAsking && (
        <div role="alertdialog" aria-label={t('bind.swap', { plate })} className="swap">
          <p>{t('bind.swapHint', { plate })}</p>
          <button
            type="button"
            className="wide-button is-main"
            data-testid="confirm-swap"
            disabled={bind.isPending}
            onClick={() => bind.mutate()}
          >
            {t('bind.confirm')}
          </button>
          <button type="button" className="wide-button" onClick={() => setIsAsking(false)}>
            {t('bind.cancel')}
          </button>
        </div>
      )}
      <RefusalNotice error={bind.error} />
    </div>
  );
}
