import type { Permission } from '@tongyun/accounts';
import { openApiDocument } from '../../apps/api/src/index.js';
import type { TestServer } from './test-server.js';

export interface GetRoute {
  /** Below `/api/v1/`, with `{…}` where ids go. */
  readonly path: string;
  readonly permission: Permission;
  /** Parameters of the query that must be stated. */
  readonly needs: readonly string[];
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
}

const PREFIX = '/api/v1/';

/** Every endpoint that answers a GET to who has a permission. */
export const getRoutesOf = (server: TestServer): GetRoute[] =>
  Object.entries(openApiDocument(server.app).paths).flatMap(([path, { get }]) => {
    const permission = (get as { 'x-permission'?: Permission } | undefined)?.['x-permission'];
    if (!path.startsWith(PREFIX) || !permission) return [];
    const parameters = (get?.parameters ?? []) as readonly Parameter[];
    const needs = parameters.flatMap((each) =>
      each.in === 'query' && each.required === true ? [each.name] : [],
    );
    return [{ path: path.slice(PREFIX.length), permission, needs }];
  });
