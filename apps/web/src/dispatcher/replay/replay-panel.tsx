import './replay.css';
import { useQuery } from '@tanstack/react-query';
import { Button, Empty, Space, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getReplay } from '../../api/tracking.js';
import type { MapEngine } from '../../map/engine.js';
import { CloseIcon } from '../../ui/icons.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { useDesk } from '../desk.js';
import { ExportButtons } from './export-buttons.js';
import { MileageLine } from './mileage-line.js';
import { Player } from './player.js';
import { lastHours, SpanChoice } from './span-choice.js';

export interface ReplayPanelProps {
  readonly engine: MapEngine | null;
  readonly vehicleId: string;
}

const FIRST_HOURS = 2;

/** A vehicle's past under the map: which time, how it went, and the file of it. */
export function ReplayPanel({ engine, vehicleId }: ReplayPanelProps) {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  const { act, vehicles } = useDesk();
  const [span, setSpan] = useState(() => lastHours(FIRST_HOURS));
  // Every question is noted with the asker's name: nothing is asked twice by itself.
  const replay = useQuery({
    queryKey: ['replay', vehicleId, span.from.toISOString(), span.to.toISOString()],
    queryFn: () => getReplay(vehicleId, span),
    staleTime: Infinity,
  });
  const vehicle = vehicles.get(vehicleId);
  const plate = vehicle?.plateNo ?? vehicle?.fleetNo ?? t('vehicles.unsaidPlate');

  return (
    <section
      className="replay-panel"
      aria-label={t('replay.title', { plate })}
      data-testid="replay-panel"
      data-points={replay.data?.points.length}
    >
      <Space className="replay-head" wrap>
        <h2>{t('replay.title', { plate })}</h2>
        <SpanChoice onSpan={setSpan} />
        <ExportButtons vehicleId={vehicleId} plate={plate} span={span} />
        <Button
          type="text"
          aria-label={shared('action.close')}
          data-testid="replay-close"
          onClick={() => act({ do: 'close_replay' })}
        >
          <CloseIcon />
        </Button>
      </Space>
      <RefusalNotice error={replay.error} />
      {replay.isPending && <Spin />}
      {replay.data?.points.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('replay.empty')} />
      )}
      {replay.data !== undefined && replay.data.points.length > 0 && (
        <>
          <Player key={replay.data.from} engine={engine} replay={replay.data} />
          <MileageLine replay={replay.data} />
        </>
      )}
    </section>
  );
}
