import type { Permission } from '@tongyun/accounts';
import { openApiDocument } from '../../apps/api/src/index.js';
import type { BodySchema } from './body-of-schema.js';
import type { TestServer } from './test-server.js';

export interface WriteRoute {
  /** As docs/roles.md has it: `POST /orders/{id}/state`. */
  readonly name: string;
  readonly method: string;
  /** Below `/api/v1/`, with `{…}` where ids go. */
  readonly path: string;
  readonly permission: Permission;
  /** Null: it takes none, or a file. */
  readonly body: BodySchema | null;
  /** Parameters of the query that must be stated. */
  readonly needs: readonly string[];
}

interface Operation {
  readonly 'x-permission'?: Permission;
  readonly requestBody?: {
    readonly content?: Readonly<Record<string, { readonly schema?: BodySchema } | undefined>>;
  };
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
  }[];
}

const PREFIX = '/api/v1/';
const METHODS = ['post', 'put', 'patch', 'delete'] as const;

/** Every endpoint that writes for who has a permission, as the contracts describe it. */
export const writeRoutesOf = (server: TestServer): WriteRoute[] => {
  const { paths, components } = openApiDocument(server.app);
  const schemas = components?.schemas as Readonly<Record<string, BodySchema>> | undefined;
  const resolved = (schema: BodySchema | undefined): BodySchema | null =>
    schema?.$ref ? (schemas?.[schema.$ref.split('/').at(-1)!] ?? null) : (schema ?? null);
  return Object.entries(paths).flatMap(([path, operations]) =>
    METHODS.flatMap((method) => {
      const operation = operations[method] as Operation | undefined;
      const permission = operation?.['x-permission'];
      if (!path.startsWith(PREFIX) || !permission) return [];
      const short = path.slice(PREFIX.length);
      return [
        {
          name: `${method.toUpperCase()} /${short}`,
          method: method.toUpperCase(),
          path: short,
          permission,
          body: resolved(operation?.requestBody?.content?.['application/json']?.schema),
          needs: (operation?.parameters ?? []).flatMap((each) =>
            each.in === 'query' && each.required === true ? [each.name] : [],
          ),
        },
      ];
    }),
  );
};
