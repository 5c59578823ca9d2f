import type { ReplayView } from '@tongyun/contracts';
import { useTranslation } from 'react-i18next';
import { formatTime, formatTimeSeconds } from '../../i18n/time.js';
import { type Part, partOf, rowsOf } from './playback.js';

interface Mark {
  readonly key: string;
  readonly fromMs: number;
  readonly part: Part;
  readonly text: string;
  /** Written on the bar where there is room. */
  readonly label: string;
  readonly look: string;
}

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

const MS_PER_MIN = 60_000;

export interface TimeLineProps {
  readonly replay: ReplayView;
  readonly span: Span;
  readonly onSeek: (atMs: number) => void;
}

/** What happened when: stops, stages and alerts, each of which can be jumped to. */
export function TimeLine({ replay, span, onSeek }: TimeLineProps) {
  const lanes: Record<LaneName, Mark[]> = {
    stops: useStopMarks(replay, span),
    stages: useStageMarks(replay, span),
    alerts: useAlertMarks(replay, span),
  };
  return (
    <div className="time-line">
      {(Object.keys(lanes) as LaneName[]).map((lane) => (
        <Lane key={lane} name={lane} marks={lanes[lane]} onSeek={onSeek} />
      ))}
    </div>
  );
}

type LaneName = 'stops' | 'stages' | 'alerts';

interface LaneProps extends Pick<TimeLineProps, 'onSeek'> {
  readonly name: LaneName;
  /** In order of their starts. */
  readonly marks: readonly Mark[];
}

const ROW_PX = 22;

function Lane({ name, marks, onSeek }: LaneProps) {
  const { t } = useTranslation('dispatcher');
  const rows = rowsOf(marks.map(({ part }) => part));
  const height = ROW_PX * (1 + Math.max(0, ...rows));
  return (
    <div className="time-lane" role="group" aria-label={t(`replay.${name}`)}>
      <span className="time-lane-name">{t(`replay.${name}`)}</span>
      <div className="time-lane-bar" style={{ height }}>
        {marks.map(({ key, fromMs, part, text, label, look }, place) => (
          <button
            key={key}
            type="button"
            className={`time-mark ${look}`}
            style={{
              top: ROW_PX * (rows[place] ?? 0),
              left: percent(part.start),
              width: percent(part.length),
            }}
            title={text}
            aria-label={text}
            data-testid={`replay-${name}`}
            onClick={() => onSeek(fromMs)}
          >
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}

const percent = (share: number): string => `${share * 100}%`;

function useStopMarks({ stops }: ReplayView, span: Span): Mark[] {
  const { t } = useTranslation('dispatcher');
  return stops.flatMap(({ from, to }) => {
    const [fromMs, toMs] = [Date.parse(from), Date.parse(to)];
    const minutes = Math.round((toMs - fromMs) / MS_PER_MIN);
    const text = t('replay.stopFor', { minutes, from: formatTime(from) });
    return markOf(span, fromMs, toMs, { key: from, text, label: `${minutes}′`, look: 'time-stop' });
  });
}

function useStageMarks({ trips }: ReplayView, span: Span): Mark[] {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  return trips.flatMap((trip) =>
    trip.stages.flatMap(({ stage, at }, place) => {
      const end = trip.stages[place + 1]?.at ?? trip.to;
      const name = shared(`stage.${stage}`);
      return markOf(span, Date.parse(at), end === null ? null : Date.parse(end), {
        key: `${trip.tripId} ${stage}`,
        text: t('replay.stageAt', {
          order: trip.orderNo,
          site: trip.siteName,
          stage: name,
          at: formatTimeSeconds(at),
        }),
        label: name,
        look: `time-stage time-stage-${place % 2 === 0 ? 'even' : 'odd'}`,
      });
    }),
  );
}

function useAlertMarks({ alerts }: ReplayView, span: Span): Mark[] {
  const { t } = useTranslation('dispatcher');
  const { t: shared } = useTranslation('shared');
  return alerts.flatMap(({ id, code, level, from, to }) => {
    const alert = shared(`alertCode.${code}`);
    return markOf(span, Date.parse(from), to === null ? null : Date.parse(to), {
      key: id,
      text: t('replay.alertAt', {
        alert,
        level: shared(`alertLevel.${level}`),
        at: formatTimeSeconds(from),
      }),
      label: alert,
      look: `time-alert time-alert-${level}`,
    });
  });
}

function markOf(
  span: Span,
  fromMs: number,
  toMs: number | null,
  mark: Omit<Mark, 'fromMs' | 'part'>,
): Mark[] {
  const part = partOf(span, fromMs, toMs);
  return part === null ? [] : [{ ...mark, fromMs, part }];
}
