export { ApiModule } from './api.module.js';
export { type ApiConfig, apiConfig, databaseUrl } from './config.js';
export { prepareHttp } from './http/prepare-http.js';
export { logLines } from './log-lines.js';
export { openApiDocument } from './open-api/open-api-document.js';
