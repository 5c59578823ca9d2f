import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';

const AUDIENCES = [
  'dispatcher',
  'plan',
  'plant',
  'driver',
  'police',
  'admin',
  'city',
  'fitter',
  'grades',
] as const;
const YEAR_SEC = 31_536_000;
/** What is no page: a question of the API must not wait for a look at the disk. */
const NO_PAGE = /^\/(?:api|health|metrics)(?:\/|$)/;

/** Serves the built pages: `/` chooses an audience, `/driver` and all below it is one page. */
export function serveWeb(app: NestExpressApplication, webDir: string): boolean {
  const root = resolve(webDir);
  if (!existsSync(`${root}/index.html`)) return false;

  // Built files carry a hash of their content in their name.
  app.use('/assets', express.static(`${root}/assets`, { immutable: true, maxAge: YEAR_SEC * 1e3 }));
  const files = express.static(root, { cacheControl: false });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (NO_PAGE.test(request.path)) next();
    else files(request, response, next);
  });
  for (const audience of AUDIENCES) {
    app.use(`/${audience}`, (request: Request, response: Response, next: NextFunction) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') next();
      else response.sendFile(`${root}/${audience}.html`);
    });
  }
  return true;
}
