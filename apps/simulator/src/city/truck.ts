import type { Wgs84 } from '@tongyun/geo';
import { type ReportToSend, STATUS } from '@tongyun/jt808';
import type { TruckBehaviour } from '../behaviours/behaviour.js';
import { between, type Random } from '@tongyun/kernel';
import { Journey } from '../roads/journey.js';
import { findPath, type RoadGraph } from '../roads/road-graph.js';
import type { TerminalLine } from '../terminal/terminal-line.js';

/** What receivers scatter by in a city with few high walls, degrees × 10⁶ (about 4 m). */
const JITTER_E6 = 40;
const LOADED_BITS = 0x3 << 8;
const HEARTBEAT_EVERY_MS = 60_000;

/** What a truck asks of its terminal's line. */
export type TruckLine = Pick<TerminalLine, keyof TerminalLine>;

export interface TruckSettings {
  readonly roads: RoadGraph;
  /** Times faster than a real truck, within the limits of its roads. */
  readonly pace: number;
  /** Seconds between two reports. */
  readonly reportEverySec: number;
  readonly random: Random;
}

/** A vehicle on the road: moves along paths and reports through its terminal. */
export class Truck {
  isLoaded = false;
  private journey: Journey;
  private destination: Wgs84 | null = null;
  private stoodSec = 0;
  private nextReportAtMs = 0;
  private nextHeartbeatAtMs = 0;
  private mileageKm: number;

  constructor(
    readonly line: TruckLine,
    start: Wgs84,
    private readonly settings: TruckSettings,
    readonly behaviour: TruckBehaviour | null = null,
  ) {
    this.journey = new Journey(start, [], settings.pace);
    this.mileageKm = Math.round(between(settings.random, 20_000, 200_000));
  }

  get at(): Wgs84 {
    return this.journey.at;
  }

  /** Seconds since it last moved or was told to wait anew. */
  get stoodForSec(): number {
    return this.stoodSec;
  }

  get isDriving(): boolean {
    return !this.journey.hasArrived;
  }

  /** Sets out; told the same destination again it goes on as it does. */
  driveTo(to: Wgs84): void {
    if (this.destination?.lng === to.lng && this.destination.lat === to.lat) return;
    const { roads, pace } = this.settings;
    this.destination = to;
    this.journey = new Journey(this.at, findPath(roads, this.at, to), pace);
  }

  /** Counts standing from now on: a stage was tapped. */
  waitAnew(): void {
    this.stoodSec = 0;
    this.destination = null;
  }

  tick(nowMs: number, elapsedSec: number): void {
    this.mileageKm += (this.journey.speedKph * elapsedSec) / 3_600;
    this.stoodSec = this.isDriving ? 0 : this.stoodSec + elapsedSec;
    this.journey.advance(elapsedSec);
    this.line.keepUp(nowMs);
    if (nowMs >= this.nextHeartbeatAtMs) {
      this.nextHeartbeatAtMs = nowMs + HEARTBEAT_EVERY_MS;
      this.line.heartbeat();
    }
    if (nowMs < this.nextReportAtMs) return;
    const { reportEverySec, random } = this.settings;
    this.nextReportAtMs = nowMs + reportEverySec * 1_000 * between(random, 0.9, 1.1);
    this.report(this.toReport(new Date(nowMs)), nowMs);
  }

  private report(report: ReportToSend, nowMs: number): void {
    if (this.behaviour?.report) this.behaviour.report(report, this.line, nowMs);
    else this.line.report(report);
  }

  private toReport(at: Date): ReportToSend {
    const { random } = this.settings;
    const scatter = () => Math.round(between(random, -JITTER_E6, JITTER_E6));
    return {
      at,
      statusBits: STATUS.accOn | STATUS.located | (this.isLoaded ? LOADED_BITS : 0),
      latE6: Math.round(this.at.lat * 1e6) + scatter(),
      lngE6: Math.round(this.at.lng * 1e6) + scatter(),
      altitudeM: 10,
      speedKph: Math.round(this.journey.speedKph * 10) / 10,
      headingDeg: Math.floor(this.journey.headingDeg),
      items: {
        mileageKm: Math.round(this.mileageKm * 10) / 10,
        rssi: Math.floor(between(random, 18, 31)),
        satellites: Math.floor(between(random, 9, 18)),
      },
    };
  }
}
