export { AlertsHttpModule } from './alerts-http.module.js';
