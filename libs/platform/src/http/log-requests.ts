import type { AccessScope } from '@tongyun/kernel';
import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { Histogram, register } from 'prom-client';
import type { ScopeCarrier } from '../scope-carrier.js';

const METRIC = 'http_request_duration_seconds';

/** One line and one measurement for each answer; what passes by in a query or body is not logged. */
export function logRequests() {
  const log = new Logger('Http');
  register.removeSingleMetric(METRIC);
  const durations = new Histogram({
    name: METRIC,
    help: 'Time to answer an HTTP request',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  });
  return (request: Request & ScopeCarrier<AccessScope>, response: Response, next: NextFunction) => {
    const startedAt = process.hrtime.bigint();
    response.once('finish', () => {
      const ms = Number(process.hrtime.bigint() - startedAt) / 1e6;
      const { method, scope } = request;
      const status = response.statusCode;
      durations.labels(method, routeOf(request), String(status)).observe(ms / 1_000);
      const path = request.originalUrl.split('?', 1)[0];
      log.log({
        method,
        path,
        status,
        ms: Math.round(ms * 10) / 10,
        userId: scope?.userId ?? null,
      });
    });
    next();
  };
}

/** The pattern that matched, so that ids do not become a label each. */
const routeOf = ({ route }: Request): string =>
  (route as { path?: string } | undefined)?.path ?? 'none';
