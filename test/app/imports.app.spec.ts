import ExcelJS from 'exceljs';
import type { ImportCheckView, ImportView, Page, VehicleView } from '@tongyun/contracts';
import { aPlate } from '../support/a-mixer.js';
import type { ApiClient } from '../support/api-client.js';
import { sent } from '../support/api-client.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const aRow = (plate: string) => ['搅拌车', plate, '黄色', '', '', '', '', '12', '', '', '国六', ''];

describe('imports', () => {
  let server: TestServer;
  let manager: ApiClient;

  beforeAll(async () => {
    server = await startTestServer();
    manager = server.as('enterprise_manager');
  });
  afterAll(() => server?.close());

  const upload = async (by: ApiClient, query: string, body: Uint8Array, type = WORKBOOK) => {
    const response = await fetch(`${server.url}/api/v1/imports?${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${by.token}`, 'content-type': type },
      body: Buffer.from(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  /** The template as a manager gets it, with rows filled in below its headers. */
  const filledTemplate = async (rows: readonly (readonly string[])[]): Promise<Uint8Array> => {
    const response = await fetch(`${server.url}/api/v1/imports/templates/vehicles`, {
      headers: { authorization: `Bearer ${manager.token}` },
    });
    expect(response.headers.get('content-disposition')).toContain('vehicles.xlsx');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await response.arrayBuffer());
    workbook.worksheets[0]!.addRows([...rows]);
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  };

  it('go from the template over a check to the fleet', async () => {
    const plate = aPlate();
    const file = await filledTemplate([aRow(plate)]);
    const { status, body } = await upload(manager, 'kind=vehicles&fileName=车.xlsx', file);
    const { id } = body as unknown as ImportView;
    const checked = await sent<ImportCheckView>(manager.post(`imports/${id}/checks`, { from: 0 }));
    const done = await sent<ImportView>(manager.post(`imports/${id}/confirmation`, {}));
    const { items } = await sent<Page<VehicleView>>(
      manager.get(`vehicles?plateNo=${encodeURIComponent(plate)}`),
    );

    expect(status).toBe(201);
    expect(checked).toMatchObject({ checkedRows: 1, rowCount: 1, badRowCount: 0 });
    expect(done.state).toBe('imported');
    expect(items).toMatchObject([{ ownerEnterpriseId: server.enterprises.own.id }]);
    expect(await sent(manager.get('imports'))).toMatchObject({
      items: [{ id, fileName: '车.xlsx' }],
    });
  });

  it('name row, column, value and reason in both languages', async () => {
    const { body } = await upload(
      manager,
      'kind=drivers&fileName=a.csv',
      Buffer.from('姓名,手机号\n张三,1380000\n'),
      'text/csv',
    );

    expect(await sent(manager.post(`imports/${String(body['id'])}/checks`, { from: 0 }))).toEqual({
      checkedRows: 1,
      rowCount: 1,
      badRowCount: 1,
      badCells: [
        {
          rowNo: 2,
          column: 'phone',
          columnTitle: { zh: '手机号', en: 'Mobile' },
          value: '1380000',
          code: 'INVALID_REQUEST',
          reason: { zh: '应为 11 位手机号', en: 'must be a mobile number of 11 digits' },
        },
      ],
      places: [],
    });
  });

  it.each([
    { what: 'a body that is JSON', bytes: '{}', type: 'application/json', status: 415 },
    { what: 'a file of more than 20 MB', bytes: 'x'.repeat(20 * 1024 * 1024 + 1), status: 413 },
    { what: 'what is no table', bytes: 'PK\u0003\u0004', status: 400 },
  ])('refuse $what', async ({ bytes, type = 'text/csv', status }) => {
    const answer = await upload(manager, 'kind=drivers&fileName=a', Buffer.from(bytes), type);

    expect(answer.status).toBe(status);
  });

  it('are nobody else’s to see', async () => {
    const { body } = await upload(
      manager,
      'kind=drivers&fileName=a.csv',
      Buffer.from('姓名,手机号\n张三,13800000002\n'),
      'text/csv',
    );
    const path = `imports/${String(body['id'])}`;

    for (const other of [server.as('enterprise_manager', 'other'), server.as('concrete_admin')]) {
      expect(await other.get(path)).toMatchObject({ status: 404 });
      expect(await other.post(`${path}/confirmation`, {})).toMatchObject({ status: 404 });
    }
  });
});
