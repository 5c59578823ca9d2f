import {
  type CorrectVehicleRequest,
  type DecidePassRequest,
  type DecideRegistrationRequest,
  decisionView,
  type DrawZoneRequest,
  driverTrainingPage,
  type IssuePassRequest,
  type ListDriverTrainingsQuery,
  type ListPassesQuery,
  type ListRegistrationsQuery,
  type ListTerminalRegistrationsQuery,
  passPage,
  passView,
  type RecordTrainingRequest,
  registrationPage,
  registrationView,
  terminalRegistrationPage,
  terminalRegistrationView,
  trainingList,
  trainingView,
  type WithdrawTrainingRequest,
  zoneList,
  zoneView,
} from '@tongyun/contracts';
import { z } from 'zod';
import { api } from './client.js';

export const listRegistrations = (query: Partial<ListRegistrationsQuery> = {}) =>
  api.get('registrations', registrationPage, query);
export const listRegistrationDecisions = (vehicleId: string) =>
  api.get(`registrations/${vehicleId}/decisions`, z.object({ items: z.array(decisionView) }));
export const decideRegistration = (
  vehicleId: string,
  request: DecideRegistrationRequest,
  ifMatch: number,
) => api.post(`registrations/${vehicleId}/decisions`, request, registrationView, { ifMatch });
/** Puts right what was entered of a vehicle; `ifMatch` is its registration's version. */
export const correctVehicle = (
  vehicleId: string,
  request: CorrectVehicleRequest,
  ifMatch: number,
) => api.post(`vehicles/${vehicleId}/corrections`, request, registrationView, { ifMatch });
/** Sends in the papers of a vehicle, for the first time or corrected. */
export const submitRegistration = (vehicleId: string, reason: string, ifMatch: number) =>
  api.post(`registrations/${vehicleId}/submission`, { reason }, registrationView, { ifMatch });

export const listTerminalRegistrations = (query: Partial<ListTerminalRegistrationsQuery> = {}) =>
  api.get('terminal-registrations', terminalRegistrationPage, query);
export const listTerminalRegistrationDecisions = (terminalId: string) =>
  api.get(
    `terminal-registrations/${terminalId}/decisions`,
    z.object({ items: z.array(decisionView) }),
  );
export const decideTerminalRegistration = (
  terminalId: string,
  request: DecideRegistrationRequest,
  ifMatch: number,
) =>
  api.post(`terminal-registrations/${terminalId}/decisions`, request, terminalRegistrationView, {
    ifMatch,
  });
/** Sends in the papers of a terminal, for the first time or corrected. */
export const submitTerminalRegistration = (terminalId: string, reason: string, ifMatch: number) =>
  api.post(
    `terminal-registrations/${terminalId}/submission`,
    { reason },
    terminalRegistrationView,
    {
      ifMatch,
    },
  );

export const listPasses = (query: Partial<ListPassesQuery> = {}) =>
  api.get('passes', passPage, query);
export const issuePass = (request: IssuePassRequest) => api.post('passes', request, passView);
export const decidePass = (id: string, request: DecidePassRequest, ifMatch: number) =>
  api.post(`passes/${id}/decisions`, request, passView, { ifMatch });

export const listDriverTrainings = (query: Partial<ListDriverTrainingsQuery> = {}) =>
  api.get('driver-trainings', driverTrainingPage, query);
export const recordTraining = (request: RecordTrainingRequest) =>
  api.post('trainings', request, trainingView);
export const listTrainingsOf = (driverId: string) =>
  api.get(`drivers/${driverId}/trainings`, trainingList);
export const withdrawTraining = (id: string, request: WithdrawTrainingRequest) =>
  api.post(`trainings/${id}/withdrawal`, request, trainingView);

export const listZones = () => api.get('zones', zoneList);
export const drawZone = (request: DrawZoneRequest) => api.post('zones', request, zoneView);
export const redrawZone = (zoneId: string, request: DrawZoneRequest) =>
  api.post(`zones/${zoneId}/versions`, request, zoneView);
