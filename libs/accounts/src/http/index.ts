export { AccountsHttpModule } from './accounts-http.module.js';
