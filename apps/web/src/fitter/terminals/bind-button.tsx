import type { TerminalView, VehicleView } from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bindTerminal } from '../../api/fleet.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useDeviceName } from './device-name.js';
import { FITTER_KEY } from './queries.js';

type BindableVehicle = Pick<VehicleView, 'id' | 'plateNo' | 'equipmentNo' | 'terminalId'>;

export interface BindButtonProps {
  readonly terminal: TerminalView;
  readonly vehicle: BindableVehicle;
  readonly onBound: () => void;
}

/**
 * Binds by one tap. Where another terminal stands for the vehicle, or another device takes the place
 * of this one under its number, a second tap confirms the swap.
 */
export function BindButton({ terminal, vehicle, onBound }: BindButtonProps) {
  const { t } = useTranslation('fitter');
  const queries = useQueryClient();
  const deviceName = useDeviceName();
  const [isAsking, setIsAsking] = useState(false);
  const plate = vehicle.plateNo ?? vehicle.equipmentNo ?? '';
  const { claimedBy } = terminal;
  const isSwap = vehicle.terminalId !== null && vehicle.terminalId !== terminal.id;
  const way = claimedBy !== null ? 'replace' : isSwap ? 'swap' : 'to';
  const bind = useMutation({
    mutationFn: () =>
      bindTerminal(terminal.id, {
        vehicleId: vehicle.id,
        ...(claimedBy === null ? {} : { device: claimedBy }),
      }),
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
          data-testid="bind"
          onClick={() => (way === 'to' ? bind.mutate() : setIsAsking(true))}
        >
          {t(`bind.${way}`, { plate })}
        </button>
      )}
      {isAsking && way !== 'to' && (
        <div role="alertdialog" aria-label={t(`bind.${way}`, { plate })} className="swap">
          <p>{t(`bind.${way}Hint`, { plate, device: deviceName(claimedBy) })}</p>
          {isSwap && way === 'replace' && <p>{t('bind.swapHint', { plate })}</p>}
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
