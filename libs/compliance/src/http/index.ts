export { ComplianceHttpModule } from './compliance-http.module.js';
