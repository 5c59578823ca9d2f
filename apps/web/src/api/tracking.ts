import {
  type ExportTrackQuery,
  liveMapView,
  replayView,
  type ReportPositionsRequest,
  reportPositionsView,
  type TrackQuery,
  trackView,
  vehiclePresenceView,
} from '@tongyun/contracts';
import { api } from './client.js';

export const reportPositions = (request: ReportPositionsRequest) =>
  api.post('positions', request, reportPositionsView);
export const getLiveMap = () => api.get('live-map', liveMapView);
export const getPresence = (vehicleId: string) =>
  api.get(`vehicles/${vehicleId}/presence`, vehiclePresenceView);
export const getTrack = (vehicleId: string, span: TrackQuery) =>
  api.get(`vehicles/${vehicleId}/track`, trackView, textsOf(span));
export const getReplay = (vehicleId: string, span: TrackQuery) =>
  api.get(`vehicles/${vehicleId}/replay`, replayView, textsOf(span));
export const exportTrack = (vehicleId: string, { format, ...span }: ExportTrackQuery) =>
  api.file(`vehicles/${vehicleId}/track/export`, { ...textsOf(span), format });

const textsOf = ({ from, to }: TrackQuery) => ({
  from: from.toISOString(),
  to: to.toISOString(),
});
