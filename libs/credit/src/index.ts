export { AssessEnterpriseService } from './assess-enterprise.service.js';
export { CreditModule } from './credit.module.js';
export { CreditQueries } from './credit-queries.service.js';
export { DecideCreditService } from './decide-credit.service.js';
export { PublishedGradesQueries } from './published-grades.service.js';
