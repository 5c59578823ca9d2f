import {
  type AllowOrdersRequest,
  type AnswerAppealRequest,
  type AnswerRectificationRequest,
  type AppealGradeRequest,
  attachedFileView,
  creditEvidencePage,
  type DecideGradeRequest,
  enterpriseCreditView,
  type EvaluateEnterpriseRequest,
  ledgerEntryView,
  ledgerKindsView,
  ledgerPage,
  ledgerSites,
  type ListLedgerQuery,
  type ListLedgerSitesQuery,
  type ListRectificationsQuery,
  type OrderRectificationRequest,
  type PageQuery,
  type RecordLedgerEntryRequest,
  rectificationPage,
  rectificationView,
  type SelfEvaluateRequest,
  type SettleRectificationRequest,
  type WithdrawLedgerEntryRequest,
} from '@tongyun/contracts';
import { api } from './client.js';

const pathOf = (enterpriseId: string) => `enterprises/${enterpriseId}/credit`;

export const getCredit = (enterpriseId: string) =>
  api.get(pathOf(enterpriseId), enterpriseCreditView);
export const listEvidence = (enterpriseId: string, query: Partial<PageQuery> = {}) =>
  api.get(`${pathOf(enterpriseId)}/evidence`, creditEvidencePage, query);
export const selfEvaluate = (enterpriseId: string, request: SelfEvaluateRequest) =>
  api.post(`${pathOf(enterpriseId)}/self-evaluations`, request, enterpriseCreditView);
export const evaluateEnterprise = (enterpriseId: string, request: EvaluateEnterpriseRequest) =>
  api.post(`${pathOf(enterpriseId)}/evaluations`, request, enterpriseCreditView);
export const attachToSelfEvaluation = (enterpriseId: string, year: number, file: Blob) =>
  api.post(`${pathOf(enterpriseId)}/self-evaluations/${year}/files`, file, attachedFileView);
export const getSelfEvaluationFile = (enterpriseId: string, year: number, id: string) =>
  api.file(`${pathOf(enterpriseId)}/self-evaluations/${year}/files/${id}`);
export const attachToEvaluation = (enterpriseId: string, year: number, file: Blob) =>
  api.post(`${pathOf(enterpriseId)}/evaluations/${year}/files`, file, attachedFileView);
export const getEvaluationFile = (enterpriseId: string, year: number, id: string) =>
  api.file(`${pathOf(enterpriseId)}/evaluations/${year}/files/${id}`);
export const decideGrade = (enterpriseId: string, request: DecideGradeRequest) =>
  api.post(`${pathOf(enterpriseId)}/grades`, request, enterpriseCreditView);
export const appealGrade = (enterpriseId: string, request: AppealGradeRequest) =>
  api.post(`${pathOf(enterpriseId)}/appeals`, request, enterpriseCreditView);
export const answerAppeal = (enterpriseId: string, request: AnswerAppealRequest) =>
  api.post(`${pathOf(enterpriseId)}/appeal-answers`, request, enterpriseCreditView);
export const allowOrders = (enterpriseId: string, request: AllowOrdersRequest) =>
  api.post(`${pathOf(enterpriseId)}/order-leaves`, request, enterpriseCreditView);

export const listRectifications = (query: Partial<ListRectificationsQuery>) =>
  api.get('rectifications', rectificationPage, query);
export const orderRectification = (request: OrderRectificationRequest) =>
  api.post('rectifications', request, rectificationView);
export const answerRectification = (id: string, request: AnswerRectificationRequest) =>
  api.post(`rectifications/${id}/answers`, request, rectificationView);
export const attachToRectification = (id: string, stepId: string, file: Blob) =>
  api.post(`rectifications/${id}/steps/${stepId}/files`, file, attachedFileView);
export const getRectificationFile = (id: string, stepId: string, fileId: string) =>
  api.file(`rectifications/${id}/steps/${stepId}/files/${fileId}`);
export const settleRectification = (id: string, request: SettleRectificationRequest) =>
  api.post(`rectifications/${id}/settlements`, request, rectificationView);

export const listLedger = (query: Partial<ListLedgerQuery>) =>
  api.get('ledger-entries', ledgerPage, query);
/** The kinds of entry that whoever is signed in may read, and write. */
export const listLedgerSites = (query: ListLedgerSitesQuery) =>
  api.get('ledger-entries/sites', ledgerSites, query);
export const getLedgerKinds = () => api.get('ledger-entries/kinds', ledgerKindsView);
export const attachLedgerPhoto = (id: string, photo: Blob) =>
  api.post(`ledger-entries/${id}/photos`, photo, attachedFileView);
export const getLedgerPhoto = (id: string, photoId: string) =>
  api.file(`ledger-entries/${id}/photos/${photoId}`);
export const recordLedgerEntry = (request: RecordLedgerEntryRequest) =>
  api.post('ledger-entries', request, ledgerEntryView);
export const withdrawLedgerEntry = (id: string, request: WithdrawLedgerEntryRequest) =>
  api.post(`ledger-entries/${id}/withdrawal`, request, ledgerEntryView);
