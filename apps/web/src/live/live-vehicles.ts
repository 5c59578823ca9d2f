import type { LiveMapView, LiveMessage, LiveVehicleView } from '@tongyun/contracts';
import { mergeLive, mergeSnapshot, type VehiclesById } from './merge-live.js';

/** Every vehicle the page may see, kept outside React so that a second's burst is one change. */
export class LiveVehicles {
  private byId: VehiclesById = new Map();
  private list: readonly LiveVehicleView[] = [];
  private readonly listeners = new Set<() => void>();

  /** The same array until something changes. */
  readonly read = (): readonly LiveVehicleView[] => this.list;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get(vehicleId: string): LiveVehicleView | undefined {
    return this.byId.get(vehicleId);
  }

  hear(message: LiveMessage): void {
    const saysNothing =
      message.positions === null && !message.changes.some(({ topic }) => topic === 'vehicle');
    if (!saysNothing) this.become(mergeLive(this.byId, message));
  }

  replace(snapshot: LiveMapView): void {
    this.become(mergeSnapshot(this.byId, snapshot));
  }

  private become(byId: VehiclesById): void {
    this.byId = byId;
    this.list = [...byId.values()];
    for (const listener of this.listeners) listener();
  }
}
