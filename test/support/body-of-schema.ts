/** Of JSON Schema, what the contracts' requests are made of. */
export interface BodySchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly BodySchema[];
  readonly oneOf?: readonly BodySchema[];
  readonly allOf?: readonly BodySchema[];
  readonly properties?: Readonly<Record<string, BodySchema>>;
  readonly required?: readonly string[];
  readonly items?: BodySchema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number | boolean;
}

/** The row that an id names, by its field: `vehicleId`, also of each in `vehicleIds`. */
export type IdOf = (field: string) => string;

/** The shapes that a request may have: each of a choice, or the only one. */
export const shapesOf = (schema: BodySchema): readonly BodySchema[] =>
  schema.oneOf ?? schema.anyOf ?? [schema];

/**
 * The least body that names all the rows that a schema may name: what must be stated and every id, each
 * value the first or smallest that may be. What a schema cannot say (a pattern, two fields that fit each
 * other) is the caller's to put right.
 */
export function bodyOf(schema: BodySchema, idOf: IdOf, field = ''): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choices = schema.anyOf ?? schema.oneOf ?? [];
  const chosen = choices.find(namesRows) ?? choices[0];
  if (chosen) return bodyOf(chosen, idOf, field);
  if (schema.allOf) {
    return Object.assign({}, ...schema.allOf.map((part) => bodyOf(part, idOf, field)));
  }
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name, part]) => schema.required?.includes(name) || namesRows(part))
          .map(([name, part]) => [name, bodyOf(part, idOf, name)]),
      );
    case 'array':
      return listOf(schema, idOf, field);
    case 'string':
      return textOf(schema, idOf, field);
    case 'number':
    case 'integer':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return false;
    default:
      return null;
  }
}

function listOf({ items = {}, minItems = 0 }: BodySchema, idOf: IdOf, field: string): unknown[] {
  const length = Math.max(minItems, namesRows(items) ? 1 : 0);
  return Array.from({ length }, () => bodyOf(items, idOf, field.replace(/Ids$/, 'Id')));
}

/** Whether a part may name a row, wherever in it. */
const namesRows = (schema: BodySchema): boolean =>
  schema.format === 'uuid' ||
  [
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.allOf ?? []),
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
  ].some(namesRows);

function textOf({ format, minLength = 2 }: BodySchema, idOf: IdOf, field: string): string {
  const now = new Date().toISOString();
  switch (format) {
    case 'uuid':
      return idOf(field);
    case 'date-time':
      return now;
    case 'date':
      return now.slice(0, 10);
    case 'uri':
      return 'https://erp.example.com/hooks';
    default:
      return field === 'plateNo' ? '浙A12345' : 'as it is '.padEnd(minLength, '.');
  }
}
