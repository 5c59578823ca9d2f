export { FleetHttpModule } from './fleet-http.module.js';
