export { TrackingHttpModule } from './tracking-http.module.js';
