import {
  type AskForLoanRequest,
  type ListLoanRequestsQuery,
  loanRequestPage,
  loanRequestView,
  type OfferLoanRequest,
  type StepLoanRequest,
} from '@tongyun/contracts';
import { api } from './client.js';

export const listLoanRequests = (query: Partial<ListLoanRequestsQuery> = {}) =>
  api.get('loan-requests', loanRequestPage, query);
export const askForLoan = (request: AskForLoanRequest) =>
  api.post('loan-requests', request, loanRequestView);
export const closeLoanRequest = (id: string, ifMatch: number) =>
  api.post(`loan-requests/${id}/closing`, {}, loanRequestView, { ifMatch });
export const offerLoan = (requestId: string, request: OfferLoanRequest) =>
  api.post(`loan-requests/${requestId}/loans`, request, loanRequestView);
export const stepLoan = (id: string, request: StepLoanRequest, ifMatch: number) =>
  api.post(`loans/${id}/steps`, request, loanRequestView, { ifMatch });
