import {
  type AgreeUseRequest,
  type BindTerminalRequest,
  type BlockTerminalRequest,
  type CalibrateDrumRequest,
  type ChangeEnterpriseModeRequest,
  type ControlTerminalRequest,
  type CorrectDriverRequest,
  type CreateDriverRequest,
  type CreateEnterpriseRequest,
  type CreatePlantRequest,
  type CreateVehicleRequest,
  type DecidePlantLicenceRequest,
  driverDecisions,
  driverPage,
  type DriverView,
  driverView,
  type EndEmploymentRequest,
  type EndUseRequest,
  enterpriseModeDecisions,
  enterpriseNames,
  enterprisePage,
  type EnterpriseView,
  enterpriseView,
  type ListTerminalsQuery,
  type ListVehiclesQuery,
  type PageQuery,
  plantPage,
  plantView,
  rawLogPage,
  type SetPlantRangeRequest,
  type SetRawLogRequest,
  type StateVehicleHomeRequest,
  type OrderTerminalRequest,
  terminalFixView,
  terminalOrders,
  terminalOrderView,
  terminalPage,
  terminalView,
  useAgreements,
  useAgreementView,
  vehicleHomeView,
  vehiclePage,
  vehicleView,
} from '@tongyun/contracts';
import { api } from './client.js';

export const listEnterprises = (query: Partial<PageQuery> = {}) =>
  api.get('enterprises', enterprisePage, query);
export const listEnterpriseNames = () => api.get('enterprises/names', enterpriseNames);
export const createEnterprise = (request: CreateEnterpriseRequest) =>
  api.post('enterprises', request, enterpriseView);
export const listModeDecisions = (enterpriseId: string) =>
  api.get(`enterprises/${enterpriseId}/mode-decisions`, enterpriseModeDecisions);
export const changeEnterpriseMode = (
  { id, version }: Pick<EnterpriseView, 'id' | 'version'>,
  request: ChangeEnterpriseModeRequest,
) => api.post(`enterprises/${id}/mode-decisions`, request, enterpriseView, { ifMatch: version });

export const listPlants = (query: Partial<PageQuery> = {}) => api.get('plants', plantPage, query);
export const createPlant = (request: CreatePlantRequest) => api.post('plants', request, plantView);
export const setPlantRange = (plantId: string, request: SetPlantRangeRequest) =>
  api.post(`plants/${plantId}/ranges`, request, plantView);
export const decidePlantLicence = (plantId: string, request: DecidePlantLicenceRequest) =>
  api.post(`plants/${plantId}/licence-decisions`, request, plantView);

export const listVehicles = (query: Partial<ListVehiclesQuery> = {}) =>
  api.get('vehicles', vehiclePage, query);
export const getVehicle = (id: string) => api.get(`vehicles/${id}`, vehicleView);
export const createVehicle = (request: CreateVehicleRequest) =>
  api.post('vehicles', request, vehicleView);
export const agreeUse = (vehicleId: string, request: AgreeUseRequest) =>
  api.post(`vehicles/${vehicleId}/use-agreements`, request, useAgreementView);
export const listUses = (vehicleId: string) =>
  api.get(`vehicles/${vehicleId}/use-agreements`, useAgreements);
export const endUse = (vehicleId: string, id: string, request: EndUseRequest) =>
  api.post(`vehicles/${vehicleId}/use-agreements/${id}/end`, request, useAgreementView);

export const listDrivers = (query: Partial<PageQuery> = {}) =>
  api.get('drivers', driverPage, query);
export const getDriver = (id: string) => api.get(`drivers/${id}`, driverView);
export const listDriverDecisions = (id: string) =>
  api.get(`drivers/${id}/decisions`, driverDecisions);
export const createDriver = (request: CreateDriverRequest) =>
  api.post('drivers', request, driverView);
export const correctDriver = (
  { id, version }: Pick<DriverView, 'id' | 'version'>,
  request: CorrectDriverRequest,
) => api.post(`drivers/${id}/corrections`, request, driverView, { ifMatch: version });
export const endEmployment = (
  { id, version }: Pick<DriverView, 'id' | 'version'>,
  request: EndEmploymentRequest,
) => api.post(`drivers/${id}/employment-end`, request, driverView, { ifMatch: version });

export const listTerminals = (query: Partial<ListTerminalsQuery> = {}) =>
  api.get('terminals', terminalPage, query);
export const bindTerminal = (id: string, request: BindTerminalRequest) =>
  api.post(`terminals/${id}/binding`, request, terminalView);
export const blockTerminal = (id: string, request: BlockTerminalRequest) =>
  api.post(`terminals/${id}/block`, request, terminalView);
export const getTerminal = (id: string) => api.get(`terminals/${id}`, terminalView);
export const calibrateDrum = (id: string, request: CalibrateDrumRequest) =>
  api.post(`terminals/${id}/drum`, request, terminalView);
export const orderTerminal = (id: string, command: OrderTerminalRequest) =>
  api.post(`terminals/${id}/orders`, command, terminalOrderView);
export const controlTerminal = (id: string, control: ControlTerminalRequest) =>
  api.post(`terminals/${id}/controls`, control, terminalOrderView);
export const getTerminalFix = (id: string) => api.get(`terminals/${id}/fix`, terminalFixView);
export const listTerminalOrders = (id: string) => api.get(`terminals/${id}/orders`, terminalOrders);
export const readRawLog = (id: string, query: Partial<PageQuery> = {}) =>
  api.get(`terminals/${id}/raw-log`, rawLogPage, query);
export const setRawLog = (id: string, request: SetRawLogRequest) =>
  api.post(`terminals/${id}/raw-log`, request, terminalView);
export const stateVehicleHome = (id: string, request: StateVehicleHomeRequest) =>
  api.post(`vehicles/${id}/home`, request, vehicleHomeView);
