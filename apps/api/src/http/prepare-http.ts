import { holdUntilAnswered, logRequests, refuseBadBodies, RequestsInHand } from '@tongyun/platform';
import { RequestMethod } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import helmet from 'helmet';
import type { ApiConfig } from '../config.js';
import { openApiDocument } from '../open-api/open-api-document.js';
import { contentSecurity } from './content-security.js';
import { neverCached } from './never-cached.js';

/** The largest JSON body; files have a door of their own. */
const BODY_LIMIT = '1mb';
/** Longer than load balancers and phones keep an unused connection, so that they close it first. */
const KEPT_UNUSED_MS = 75_000;
/** Outside the versioned API: for those who run the product. */
const OPERATIONS = ['health/live', 'health/ready', 'metrics'].map((path) => ({
  path,
  method: RequestMethod.GET,
}));

/** Everything HTTP that is not a route. The application is made with `bodyParser: false`. */
export function prepareHttp(app: NestExpressApplication, config: ApiConfig): void {
  app.set('trust proxy', config.TRUST_PROXY);
  app.disable('x-powered-by');
  app.disable('etag'); // of an answer's bytes: what our clients compare is a row's version
  app.getHttpServer().keepAliveTimeout = KEPT_UNUSED_MS;
  app.use(holdUntilAnswered(app.get(RequestsInHand, { strict: false })));
  app.use(logRequests());
  app.use(helmet(contentSecurity(config)));
  app.use('/api', neverCached);
  app.useBodyParser('json', { limit: BODY_LIMIT });
  app.use(refuseBadBodies);
  app.setGlobalPrefix('api/v1', { exclude: OPERATIONS });
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app));
}
