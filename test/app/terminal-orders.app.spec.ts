import { randomInt } from 'node:crypto';
import type { Page, TerminalOrders, TerminalOrderView, TerminalView } from '@tongyun/contracts';
import { ANSWER, encodeTerminalAnswer, MESSAGE_ID } from '@tongyun/jt808';
import { sent } from '../support/api-client.js';
import { Jt808Device } from '../support/jt808-device.js';
import { startTestServer, type TestServer } from '../support/test-server.js';
import { until } from '../support/until.js';

const CODE = 'code-of-its-own';

describe('an order to a terminal', () => {
  let server: TestServer;
  let device: Jt808Device;
  let terminalId: string;

  beforeAll(async () => {
    server = await startTestServer();
    const phone = `139${randomInt(10_000_000, 99_999_999)}`;
    device = await Jt808Device.connect(server.jt808Port, phone, '2019');
    await device.authenticate(CODE);
    const terminals = server.as('fitter').get('terminals?state=provisional');
    const { items } = await sent<Page<TerminalView>>(terminals);
    terminalId = items.find((terminal) => terminal.phone === phone)!.id;
  });
  afterAll(async () => {
    device?.close();
    await server?.close();
  });

  const newest = async () => {
    const orders = server.as('concrete_admin').get(`terminals/${terminalId}/orders`);
    return (await sent<TerminalOrders>(orders)).items[0];
  };

  it('goes from the desk to the truck, and its answer comes back', async () => {
    const command = { kind: 'text', text: '请绕行' };
    const path = `terminals/${terminalId}/orders`;
    const order = await sent<TerminalOrderView>(server.as('concrete_admin').post(path, command));
    expect(order).toMatchObject({ state: 'waiting', command: { isSpoken: true } });

    expect(await device.heard(1)).toMatchObject([{ kind: 'text', text: '请绕行' }]);
    const answer = {
      answeredSequence: device.answers[0]!.header!.sequence,
      answeredId: MESSAGE_ID.text,
      result: ANSWER.success,
    };
    device.write(device.frame(MESSAGE_ID.terminalAnswer, encodeTerminalAnswer(answer)));
    await until(async () => (await newest())?.state === 'done');

    expect(await newest()).toMatchObject({ id: order.id, sends: 1, answer: { result: 0 } });
  });

  it.each([
    { command: { kind: 'sing' }, why: 'no such thing' },
    { command: { kind: 'set_parameters', parameters: {} }, why: 'nothing to set' },
    {
      command: { kind: 'set_parameters', parameters: { mainServer: 'elsewhere' } },
      why: 'it would never be heard of again',
    },
  ])('is refused when it is $command: $why', async ({ command }) => {
    const path = `terminals/${terminalId}/orders`;
    const { status, body } = await server.as('system_admin').post(path, command);

    expect([status, (body as { code: string }).code]).toEqual([400, 'INVALID_REQUEST']);
  });
});
