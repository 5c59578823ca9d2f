export { SupervisionHttpModule } from './supervision-http.module.js';
