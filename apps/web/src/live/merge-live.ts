import {
  type LiveMapView,
  type LiveMessage,
  type LiveVehicleView,
  type PackedPosition,
  unpackPositions,
} from '@tongyun/contracts';

export type VehiclesById = ReadonlyMap<string, LiveVehicleView>;

const fixMs = ({ fixAt }: LiveVehicleView): number => (fixAt === null ? 0 : Date.parse(fixAt));

/** A newer view of a vehicle never takes its marker back to an older fix. */
function withNewerFix(known: LiveVehicleView | undefined, view: LiveVehicleView): LiveVehicleView {
  if (!known || fixMs(known) <= fixMs(view)) return view;
  const { position, speedKph, headingDeg, fixAt } = known;
  return { ...view, position, speedKph, headingDeg, fixAt };
}

function moved(known: LiveVehicleView, position: PackedPosition): LiveVehicleView {
  const { lng, lat, speedKph, headingDeg, fixAt } = position;
  if (fixMs(known) > fixAt.getTime()) return known;
  return {
    ...known,
    isOnline: true,
    position: { lng, lat },
    speedKph,
    headingDeg,
    fixAt: fixAt.toISOString(),
  };
}

/**
 * The vehicles after a live message: changed views first, then the positions on top of them.
 *
 * A position of a vehicle that no snapshot has named yet is left for the next snapshot.
 */
export function mergeLive(vehicles: VehiclesById, message: LiveMessage): VehiclesById {
  const merged = new Map(vehicles);
  for (const change of message.changes) {
    if (change.topic !== 'vehicle') continue;
    merged.set(change.key, withNewerFix(merged.get(change.key), change.view));
  }
  const positions = message.positions ? unpackPositions(message.positions) : [];
  for (const position of positions) {
    const known = merged.get(position.vehicleId);
    if (known) merged.set(position.vehicleId, moved(known, position));
  }
  return merged;
}

/** The vehicles of a snapshot; what has meanwhile moved on stays where it is now. */
export const mergeSnapshot = (vehicles: VehiclesById, snapshot: LiveMapView): VehiclesById =>
  new Map(
    snapshot.vehicles.map((view) => [
      view.vehicleId,
      withNewerFix(vehicles.get(view.vehicleId), view),
    ]),
  );
