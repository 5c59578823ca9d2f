import {
  liveMapView,
  type ReportPositionsRequest,
  reportPositionsView,
  type TrackQuery,
  trackView,
} from '@tongyun/contracts';
import { api } from './client.js';

export const reportPositions = (request: ReportPositionsRequest) =>
  api.post('positions', request, reportPositionsView);
export const getLiveMap = () => api.get('live-map', liveMapView);
export const getTrack = (vehicleId: string, { from, to }: TrackQuery) =>
  api.get(`vehicles/${vehicleId}/track`, trackView, {
    from: from.toISOString(),
    to: to.toISOString(),
  });
