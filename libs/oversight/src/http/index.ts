export { OversightHttpModule } from './oversight-http.module.js';
