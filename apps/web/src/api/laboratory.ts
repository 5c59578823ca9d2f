import {
  laboratoryView,
  type RecordMaterialLotRequest,
  type RecordMixDesignRequest,
  type RecordStrengthTestRequest,
} from '@tongyun/contracts';
import { api } from './client.js';

export const getLaboratory = (plantId: string) =>
  api.get(`plants/${plantId}/laboratory`, laboratoryView);
export const recordMixDesign = (plantId: string, request: RecordMixDesignRequest) =>
  api.post(`plants/${plantId}/mix-designs`, request, laboratoryView);
export const recordMaterialLot = (plantId: string, request: RecordMaterialLotRequest) =>
  api.post(`plants/${plantId}/material-lots`, request, laboratoryView);
export const recordStrengthTest = (plantId: string, request: RecordStrengthTestRequest) =>
  api.post(`plants/${plantId}/strength-tests`, request, laboratoryView);
