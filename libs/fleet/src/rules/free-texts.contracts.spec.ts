import * as contracts from '@tongyun/contracts';
import { z } from 'zod';
import { FREE_TEXTS } from './free-texts.js';

/** In what is asked, a field that takes so many letters is meant for words. */
const WORDS_FROM_LETTERS = 100;

/** Fields of plain text that nobody fills with words of his own, by what they are. */
const NO_FREE_TEXTS: Readonly<Record<string, readonly string[]>> = {
  'the name of somebody, shown for what it is: of a driver it is masked where the answer is made': [
    'approvedBy',
    'approverName',
    'before',
    'byName',
    'callerName',
    'contactName',
    'decidedByName',
    'displayName',
    'driverName',
    'driverNames',
    'inspectorName',
    'issuedByName',
    'maskedName',
    'name',
    'nameBefore',
    'personName',
    'receiverName',
    'recipient',
    'recipientName',
    'recordedByName',
    'responsibleLeader',
    'safetyOfficer',
    'salesRepName',
    'signerName',
    'username',
  ],
  'the name of an enterprise, an office, a place or a thing': [
    'agency',
    'borrowerName',
    'buyerName',
    'contractor',
    'deviceName',
    'district',
    'ecoZones',
    'enterpriseName',
    'fileName',
    'fromEnterpriseName',
    'fromSiteName',
    'issuedBy',
    'issuingBody',
    'leadEnterpriseName',
    'lenderEnterpriseName',
    'lineName',
    'manufacturer',
    'model',
    'ownerName',
    'partnerAgency',
    'partnerEnterpriseName',
    'plantName',
    'plantNames',
    'projectName',
    'roadName',
    'shortName',
    'siteName',
    'subjectName',
    'supplierName',
    'systemName',
    'toEnterpriseName',
    'toPlantName',
    'toSiteName',
    'zoneName',
    'zoneNames',
  ],
  'roads and routes, drawn or listed, are not looked through (docs/roles.md)': [
    'passRoads',
    'roads',
    'routeNames',
  ],
  'a number of a paper, a vehicle, a device or a telephone': [
    'applicationNo',
    'badgeNo',
    'cameraId',
    'certificateNo',
    'contactPhone',
    'contractNo',
    'e',
    'equipmentNo',
    'fleetNo',
    'fromOrderNo',
    'lastBadgeNo',
    'licenceNo',
    'lotNo',
    'mixDesignNo',
    'n',
    'orderNo',
    'p',
    'passNo',
    'permitNo',
    'phone',
    'plateNo',
    'plateSent',
    'receiverPhone',
    'registrationNo',
    'replacedByNo',
    'reportNo',
    'salesRepPhone',
    'terminalNo',
    'ticketNo',
    'toOrderNo',
    'tripNo',
  ],
  'a word of the product: a code, a state, a unit, a sentence with nobody’s words in it': [
    'askedByRoles',
    'barredEmissionClasses',
    'causeKey',
    'code',
    'codes',
    'column',
    'detail',
    'emissionClass',
    'en',
    'expected',
    'failure',
    'fileKind',
    'found',
    'fromState',
    'grade',
    'id',
    'key',
    'kind',
    'lastRefusalCode',
    'level',
    'licenceClass',
    'message',
    'nextCursor',
    'operatingOn',
    'outcome',
    'overridableBy',
    'permissions',
    'plansBegunFor',
    'plateColor',
    'plateColorSent',
    'policyVersion',
    'protocolVersion',
    'refusedCode',
    'registrationState',
    'ruleVersion',
    'scope',
    'sources',
    'stage',
    'state',
    'timeZone',
    'toState',
    'unit',
    'verdict',
    'zh',
    'zh-CN',
  ],
  'a cell of one’s own file, or what one’s own terminal answered': ['parameters', 'value'],
  'for programs: tokens, keys, digests, bytes, addresses': [
    'accessToken',
    'current',
    'cursor',
    'hash',
    'headHash',
    'hex',
    'imageUrl',
    'kid',
    'lastFrame',
    'mapStyleUrl',
    'mapboxToken',
    'next',
    'password',
    'path',
    'photoUrls',
    'publicKey',
    'refreshToken',
    'secret',
    'sha256',
    'url',
    'x',
  ],
  'yes or no, as a query says it': [
    'haveLeft',
    'isEnded',
    'isOpen',
    'isProvisional',
    'isRefused',
    'isRevocationDue',
  ],
  'a schema by itself, no field': ['reasonText'],
};

type Shape = Readonly<Record<string, unknown>>;

const PARTS = ['items', 'prefixItems', 'anyOf', 'oneOf', 'allOf', 'additionalProperties'];
const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null;
const isAsked = (name: string): boolean => /(Request|Query|Param)$/.test(name);

/** Text that is bound to no list and no form. */
const isPlainText = ({ type, format, pattern, enum: of, const: is }: Shape): boolean =>
  [type].flat().includes('string') &&
  [format, pattern, of, is].every((bound) => bound === undefined);

/** The fields of plain text of a schema, at any depth, each with how many letters it takes. */
function textsOf(shape: unknown, field: string): [field: string, letters: number][] {
  if (Array.isArray(shape)) return shape.flatMap((part) => textsOf(part, field));
  if (!isShape(shape)) return [];
  const letters = typeof shape['maxLength'] === 'number' ? shape['maxLength'] : Infinity;
  const own: [string, number][] = isPlainText(shape) ? [[field, letters]] : [];
  const fields = Object.entries({ ...(shape['properties'] as object) });
  return [
    ...own,
    ...fields.flatMap(([name, part]) => textsOf(part, name)),
    ...PARTS.flatMap((part) => textsOf(shape[part], field)),
    ...Object.values({ ...(shape['$defs'] as object) }).flatMap((part) => textsOf(part, field)),
  ];
}

/** The names of fields of plain text: all of those that are answered, those for words that are asked. */
function fieldsOf(schemas: Readonly<Record<string, unknown>>): Set<string> {
  const fields = Object.entries(schemas).flatMap(([name, schema]) => {
    if (!(schema instanceof z.ZodType)) return [];
    const io = isAsked(name) ? 'input' : 'output';
    return textsOf(z.toJSONSchema(schema, { io, unrepresentable: 'any' }), name)
      .filter(([, letters]) => !isAsked(name) || letters >= WORDS_FROM_LETTERS)
      .map(([field]) => field);
  });
  return new Set(fields);
}

describe('a field of words in the contracts', () => {
  const known = new Set([...FREE_TEXTS, ...Object.values(NO_FREE_TEXTS).flat()]);

  it('is found wherever it stands, and no other', () => {
    const remark = z.string();
    const found = fieldsOf({
      oneView: z.object({
        remark,
        on: z.iso.date(),
        is: z.enum(['a']),
        plateNo: z.string().regex(/a/),
      }),
      manyPage: z.object({ items: z.array(z.object({ hint: remark.nullable() })) }),
      eitherView: z.union([z.object({ saying: remark }), z.null()]),
      askRequest: z.object({ wish: z.string().max(500), tag: z.string().max(20) }),
    });

    expect([...found].toSorted()).toEqual(['hint', 'remark', 'saying', 'wish']);
  });

  it('is masked for who may not read drivers, or known to hold nobody’s words', () => {
    const fields = fieldsOf(contracts);

    expect(fields.size).toBeGreaterThan(150);
    expect([...fields].filter((field) => !known.has(field))).toEqual([]);
  });

  it('stands in one list, and still in the contracts', () => {
    const fields = fieldsOf(contracts);
    const excepted = Object.values(NO_FREE_TEXTS).flat();

    expect(excepted.filter((field) => FREE_TEXTS.has(field))).toEqual([]);
    expect([...FREE_TEXTS, ...excepted].filter((field) => !fields.has(field))).toEqual([]);
    expect(new Set(excepted).size).toBe(excepted.length);
  });
});
