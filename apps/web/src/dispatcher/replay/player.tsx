import type { ReplayView } from '@tongyun/contracts';
import { Button, Segmented, Slider, Space } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDateTime, formatTimeSeconds } from '../../i18n/time.js';
import type { MapEngine } from '../../map/engine.js';
import { PauseIcon, PlayIcon } from '../../ui/icons.js';
import { playheadAt, SPEEDS, type Speed, toPath } from './playback.js';
import { TimeLine } from './time-line.js';
import { useMapReplay } from './use-map-replay.js';
import { usePlayback } from './use-playback.js';

export interface PlayerProps {
  readonly engine: MapEngine | null;
  /** With at least one point. */
  readonly replay: ReplayView;
}

const STEP_MS = 1_000;

/** Plays a track from its first point to its last. */
export function Player({ engine, replay }: PlayerProps) {
  const { t } = useTranslation('dispatcher');
  const path = useMemo(() => toPath(replay.points), [replay]);
  const span = { fromMs: path[0]?.atMs ?? 0, toMs: path.at(-1)?.atMs ?? 0 };
  const { atMs, isPlaying, speed, setSpeed, seek, toggle } = usePlayback(span.fromMs, span.toMs);
  useMapReplay(engine, replay, path, atMs);
  const speedKph = playheadAt(path, atMs)?.speedKph ?? null;
  const at = new Date(atMs);

  return (
    <>
      <Space className="replay-controls">
        <Button
          type="primary"
          icon={isPlaying ? <PauseIcon /> : <PlayIcon />}
          data-testid="replay-toggle"
          onClick={toggle}
        >
          {t(isPlaying ? 'replay.pause' : 'replay.play')}
        </Button>
        <Segmented<Speed>
          aria-label={t('replay.speed')}
          value={speed}
          onChange={setSpeed}
          options={SPEEDS.map((value) => ({ value, label: `×${value}` }))}
        />
        <time className="replay-clock" dateTime={at.toISOString()} data-testid="replay-clock">
          {formatDateTime(at).slice(0, 'YYYY-MM-DD'.length)} {formatTimeSeconds(at)}
        </time>
        <span className="replay-speed">
          {speedKph === null ? '' : `${Math.round(speedKph)} km/h`}
        </span>
      </Space>
      <div className="replay-slider">
        <Slider
          min={span.fromMs}
          max={Math.max(span.toMs, span.fromMs + STEP_MS)}
          step={STEP_MS}
          value={atMs}
          onChange={seek}
          ariaLabelForHandle={t('replay.time')}
          tooltip={{
            formatter: (value) => (value === undefined ? '' : formatTimeSeconds(new Date(value))),
          }}
        />
      </div>
      <TimeLine replay={replay} span={span} onSeek={seek} />
    </>
  );
}
