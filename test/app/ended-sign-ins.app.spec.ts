import { startTestServer, type TestServer } from '../support/test-server.js';

describe('ended sign-ins', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server?.close());

  it("are ended by the dispatcher of the phone's driver, and by no other", async () => {
    const { driverId } = server.enterprises.own;
    const phone = server.as('driver');
    const path = `drivers/${driverId}/device-revocations`;

    const { status, body } = await server.as('dispatcher', 'other').post(path, {});
    expect({ status, body }).toMatchObject({ status: 404, body: { code: 'DRIVER_NOT_FOUND' } });
    expect((await phone.get('auth/me')).status).toBe(200);

    expect((await server.as('dispatcher').post(path, {})).status).toBe(204);
    expect(await phone.get('auth/me')).toMatchObject({
      status: 401,
      body: { code: 'TOKEN_EXPIRED' },
    });
  });

  it('are ended for a user who is disabled', async () => {
    const fitter = server.as('fitter');
    const { body } = await fitter.get('auth/me');
    const { id } = body as { id: string };
    const state = { isDisabled: true, reason: 'left the company' };

    const answer = await server.as('system_admin').post(`users/${id}/state`, state);

    expect(answer).toMatchObject({ status: 200, body: { id, isDisabled: true } });
    expect((await fitter.get('auth/me')).status).toBe(401);
  });
});
