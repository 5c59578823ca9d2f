import { randomUUID } from 'node:crypto';
import { refusal } from '@tongyun/contracts';
import { startTestServer, type TestServer } from '../support/test-server.js';

describe('the HTTP door', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server?.close());

  const postRaw = (body: string, type = 'application/json') =>
    fetch(`${server.url}/api/v1/auth/sign-in`, {
      method: 'POST',
      headers: { 'content-type': type },
      body,
    });

  it.each([
    { what: 'no JSON', body: '{bad', status: 400, code: 'MALFORMED_JSON' },
    { what: 'too much', body: `"${'x'.repeat(1_100_000)}"`, status: 413, code: 'BODY_TOO_LARGE' },
    { what: 'the wrong fields', body: '{"username":5}', status: 400, code: 'INVALID_REQUEST' },
  ])('refuses a body that is $what with $code', async ({ body, status, code }) => {
    const response = await postRaw(body);

    expect(response.status).toBe(status);
    expect(refusal.parse(await response.json()).code).toBe(code);
  });

  it.each(['nothing/here', 'vehicles/not-an-id', '%E0%A4%A'])(
    'refuses /%s in our words',
    async (path) => {
      const { status, body } = await server.as('concrete_admin').get(path);

      expect([400, 404]).toContain(status);
      expect(refusal.safeParse(body).success).toBe(true);
    },
  );

  it('never says that an answer is the one the asker has already', async () => {
    const { status, headers } = await server
      .as('concrete_admin')
      .send('GET', 'auth/me', undefined, { 'if-none-match': '*' });

    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    'imports/templates/drivers',
    'city/figures/export?from=2026-03-01&to=2026-03-31',
    'declared-trips/export?from=2026-03-01&to=2026-03-31',
  ])('lets no cache keep the file of %s', async (path) => {
    const { status, headers } = await server.as('concrete_admin').get(path);

    expect(status).toBe(200);
    expect(headers.get('content-type')).not.toContain('json');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('names no version but that of a row, and keeps the connection for the next question', async () => {
    const { headers } = await server.as('concrete_admin').get('auth/me');

    expect(headers.get('etag')).toBeNull();
    expect(headers.get('keep-alive')).toBe('timeout=75');
  });

  it('gives a repeated POST its first answer and acts once', async () => {
    const administration = server.as('concrete_admin');
    const enterprise = { name: `Repeated ${randomUUID()}`, shortName: 'R', district: 'Gongshu' };
    const headers = { 'idempotency-key': randomUUID() };
    const first = await administration.post('enterprises', enterprise, headers);
    const again = await administration.post('enterprises', enterprise, headers);

    expect(first.status).toBe(201);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const other = await administration.post(
      'enterprises',
      { ...enterprise, shortName: 'S' },
      headers,
    );
    expect(other).toMatchObject({ status: 409, body: { code: 'IDEMPOTENCY_KEY_REUSED' } });
  });

  it('keeps a browser’s refresh token where no script and no other site reaches it', async () => {
    const body = JSON.stringify({ username: 'police', password: 'correct horse battery' });
    const response = await postRaw(body);
    const cookie = response.headers.get('set-cookie') ?? '';

    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\/api\/v1\/auth/);
    expect(await response.json()).not.toHaveProperty('refreshToken');
  });

  it('slows down who guesses at a name', async () => {
    const guess = JSON.stringify({ username: 'nobody', password: 'x' });
    const statuses: number[] = [];
    for (let turn = 0; turn < 11; turn += 1) statuses.push((await postRaw(guess)).status);

    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  });

  it('lets pages load nothing from elsewhere', async () => {
    const { headers } = await fetch(`${server.url}/health/live`);

    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('content-security-policy')).toContain("worker-src 'self' blob:");
  });

  it.each(['/health/live', '/health/ready', '/metrics', '/api/docs-json'])(
    'answers %s',
    async (path) => {
      expect((await fetch(`${server.url}${path}`)).status).toBe(200);
    },
  );

  it('describes every answer and refusal of its routes', async () => {
    const document = (await (await fetch(`${server.url}/api/docs-json`)).json()) as {
      paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
    };
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

    expect(operations.filter(({ responses }) => !('default' in responses))).toEqual([]);
  });
});
