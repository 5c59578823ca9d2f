import {
  cityDaysView,
  cityFiguresView,
  type CityQuery,
  type EnterpriseLedgerQuery,
  enterpriseLedgerView,
  type ExportDeclaredTripsQuery,
  idleView,
  type IdleQuery,
  type TrackedRunsQuery,
  trackedRunsView,
  violatorsView,
} from '@tongyun/contracts';
import { api } from './client.js';

export const getCityFigures = (query: CityQuery) =>
  api.get('city/figures', cityFiguresView, { ...query });
export const exportCityFigures = (query: CityQuery) =>
  api.file('city/figures/export', { ...query });
export const getCityDays = (query: CityQuery) => api.get('city/days', cityDaysView, { ...query });
export const getViolators = (query: CityQuery) =>
  api.get('city/violators', violatorsView, { ...query });
export const getTrackedRuns = (enterpriseId: string, query: TrackedRunsQuery) =>
  api.get(`city/enterprises/${enterpriseId}/runs`, trackedRunsView, { ...query });
export const getIdle = (query: IdleQuery) => api.get('city/idle', idleView, { ...query });
export const getEnterpriseLedger = (enterpriseId: string, query: EnterpriseLedgerQuery) =>
  api.get(`city/enterprises/${enterpriseId}/ledger`, enterpriseLedgerView, { ...query });
export const exportDeclaredTrips = (query: ExportDeclaredTripsQuery) =>
  api.file('declared-trips/export', { ...query });
