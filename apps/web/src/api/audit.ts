import { auditStateView, auditVerificationView } from '@tongyun/contracts';
import { api } from './client.js';

export const getAuditState = () => api.get('audit', auditStateView);
export const requestVerification = () => api.post('audit/verifications', {}, auditVerificationView);
