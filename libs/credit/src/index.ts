export { CreditModule } from './credit.module.js';
