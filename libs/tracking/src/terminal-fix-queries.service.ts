import { type DrumState, drumState, type TerminalFixView } from '@tongyun/contracts';
import { TerminalQueries } from '@tongyun/fleet';
import { type AccessScope, addMinutes, type Clock, CLOCK, type TerminalId } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import { Inject, Injectable } from '@nestjs/common';

interface FixRow {
  readonly at: Date;
  readonly received_at: Date;
  readonly lng: number;
  readonly lat: number;
  readonly is_located: boolean;
  readonly speed_kph: number | null;
  readonly heading_deg: number | null;
  readonly satellites: string | null;
  readonly drum_state: string | null;
  readonly drum_sent: string | null;
  readonly drum_speed_rpm: string | null;
}

/** A terminal that is being fitted reports now, its clock right or not by some hours. */
const WITHIN_MIN = 24 * 60;

/** What terminals report, as they report it. */
@Injectable()
export class TerminalFixQueries {
  constructor(
    private readonly terminals: TerminalQueries,
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The latest fix by its own time, judged or not, since the terminal is on its present vehicle. */
  async latestOf(scope: AccessScope, terminalId: TerminalId): Promise<TerminalFixView> {
    const { terminal } = await this.terminals.get(scope, terminalId);
    const now = this.clock.now();
    const rows: FixRow[] = await this.unitOfWork.reads.query(
      `SELECT at, received_at, lng, lat, is_located, speed_kph, heading_deg,
         extras ->> 'satellites' AS satellites, extras ->> 'drumState' AS drum_state,
         extras ->> 'drumSent' AS drum_sent, extras ->> 'drumSpeedRpm' AS drum_speed_rpm
       FROM fix
       WHERE vehicle_id = $1 AND terminal_id = $2 AND at > $3 AND at < $4
       ORDER BY at DESC LIMIT 1`,
      [terminal.vehicleId, terminalId, addMinutes(now, -WITHIN_MIN), addMinutes(now, WITHIN_MIN)],
    );
    const [row] = rows;
    return { fix: row ? toFix(row) : null };
  }
}

const toFix = (row: FixRow): NonNullable<TerminalFixView['fix']> => ({
  at: row.at.toISOString(),
  receivedAt: row.received_at.toISOString(),
  lng: row.lng,
  lat: row.lat,
  isLocated: row.is_located,
  speedKph: row.speed_kph,
  headingDeg: row.heading_deg,
  satellites: numberOf(row.satellites),
  drumState: drumOf(row.drum_state),
  drumSent: drumOf(row.drum_sent),
  drumSpeedRpm: numberOf(row.drum_speed_rpm),
});

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));
const drumOf = (text: string | null): DrumState | null =>
  drumState.options.find((state) => state === text) ?? null;
