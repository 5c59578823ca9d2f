export { DispatchHttpModule } from './dispatch-http.module.js';
