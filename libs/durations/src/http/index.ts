export { DurationsHttpModule } from './durations-http.module.js';
