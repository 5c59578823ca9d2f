import { createPublicKey, verify } from 'node:crypto';
import type { PassCodeView, PassKeySet, PassKeyView, VehicleView } from '@tongyun/contracts';
import { PassCodes } from '@tongyun/compliance';
import { type PassId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { sent } from '../support/api-client.js';
import { drawZone, EnteredWorks } from '../support/entered-works.js';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('the code on a pass', () => {
  let server: TestServer;
  let vehicle: VehicleView;
  let passId: PassId;

  beforeAll(async () => {
    server = await startTestServer();
    const works = await EnteredWorks.enter(server);
    vehicle = await works.addRegisteredMixer();
    ({ id: passId } = (await works.issuePass(vehicle, await drawZone(server, 8))) as {
      id: PassId;
    });
  });
  afterAll(() => server?.close());

  const codeOf = () => server.app.get(PassCodes, { strict: false }).of(SYSTEM_SCOPE, passId);
  const publicKeys = () => sent<PassKeySet>(server.stranger.get('pass-keys/public'));

  it.each([
    { format: 'svg', type: 'image/svg+xml', begins: '<svg' },
    { format: 'png', type: 'image/png', begins: '\u{FFFD}PNG' },
    { format: 'text', type: 'text/plain', begins: 'http' },
  ])('is given as $format', async ({ format, type, begins }) => {
    const { status, headers, body } = await server
      .as('enterprise_manager')
      .get(`passes/${passId}/code?format=${format}`);

    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain(type);
    expect(String(body).startsWith(begins)).toBe(true);
  });

  it('is verified by anybody who holds the public keys, without asking', async () => {
    const [header, statement, seal] = (await codeOf()).split('.') as [string, string, string];
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string };
    const key = (await publicKeys()).keys.find((one) => one.kid === kid)!;
    const publicKey = createPublicKey({ key: { ...key }, format: 'jwk' });
    const isSealed = (text: string) =>
      verify(null, Buffer.from(text), publicKey, Buffer.from(seal, 'base64url'));

    expect(isSealed(`${header}.${statement}`)).toBe(true);
    expect(isSealed(`${header}.${statement}x`)).toBe(false);
  });

  it('names the pass to an officer, and a forged one nobody', async () => {
    const police = server.as('police');
    const code = await codeOf();

    expect(
      await sent<PassCodeView>(police.post('pass-codes/verification', { code })),
    ).toMatchObject({ plateNo: vehicle.plateNo, plateColor: 'yellow' });
    expect(await police.post('pass-codes/verification', { code: `${code}x` })).toMatchObject({
      status: 400,
      body: { code: 'PASS_CODE_INVALID' },
    });
  });

  it('is signed by a new key once the system’s administrator has made one', async () => {
    const before = await codeOf();
    const made = await sent<PassKeyView>(
      server.as('system_admin').post('pass-keys', { reason: 'yearly' }),
    );

    expect((await publicKeys()).keys[0]).toMatchObject({ kid: made.id });
    expect(await codeOf()).not.toBe(before);
    expect(
      await server.as('police').post('pass-codes/verification', { code: before }),
    ).toMatchObject({ status: 200 });
    expect(
      await sent<PassKeyView>(
        server.as('system_admin').post(`pass-keys/${made.id}/withdrawal`, { reason: 'stolen' }),
      ),
    ).toMatchObject({ id: made.id, withdrawnAt: expect.any(String) });
  });
});
