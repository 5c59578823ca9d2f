import type { AlertId, EnterpriseId, UserId } from '@tongyun/kernel';
import { type AccessScope, newId, SYSTEM_SCOPE } from '@tongyun/kernel';
import { UnitOfWork } from '@tongyun/platform';
import type { TestingModule } from '@nestjs/testing';
import { anAlertEpisode } from '../../../test/support/an-alert-episode.js';
import { addRenamedZone } from '../../../test/support/renamed-zone.js';
import { anAuthority } from '../../../test/support/scopes.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { AlertEpisodes, type OpeningEpisode } from './alert-episodes.service.js';
import { AlertQueries } from './alert-queries.service.js';
import { AlertsModule } from './alerts.module.js';
import { AlertRepository } from './data/alert.repository.js';
import { DecideAlertService } from './decide-alert.service.js';

const at = (clock: string) => new Date(`2026-11-23T${clock}:00Z`);
const ours = newId<EnterpriseId>();
const theirs = newId<EnterpriseId>();
const dispatcherOf = (enterpriseId: EnterpriseId): AccessScope => ({
  userId: newId<UserId>(),
  roles: ['dispatcher'],
  enterpriseIds: [enterpriseId],
  district: null,
  agency: null,
  driverId: null,
});
const anEpisode = (change: Partial<OpeningEpisode> = {}) =>
  anAlertEpisode({ enterpriseId: ours, ...change });

describe('alerts', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let unitOfWork: UnitOfWork;
  let episodes: AlertEpisodes;
  let queries: AlertQueries;
  let decideAlert: DecideAlertService;
  let now = at('08:01');

  beforeAll(async () => {
    database = await openTestDatabase();
    module = await openTestModule(database, [AlertsModule], { now: () => now });
    unitOfWork = module.get(UnitOfWork);
    episodes = module.get(AlertEpisodes);
    queries = module.get(AlertQueries);
    decideAlert = module.get(DecideAlertService);
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });

  const open = (episode: OpeningEpisode) => unitOfWork.run((tx) => episodes.open(tx, episode));

  it('keeps one open episode of a vehicle, code and subject', async () => {
    const episode = anEpisode();

    const [first, again] = [await open(episode), await open(episode)];

    expect(again).toBe(first);
    expect(await queries.openCountOf(episode.vehicleId)).toBe(1);
  });

  it('opens a new episode once the one before has ended', async () => {
    const episode = anEpisode();
    const first = await open(episode);
    await unitOfWork.run((tx) => episodes.end(tx, first, at('08:30')));

    const second = await open({ ...episode, startedAt: at('09:00') });

    expect(second).not.toBe(first);
    expect((await queries.get(SYSTEM_SCOPE, first)).endedAt).toBe(at('08:30').toISOString());
  });

  it('grows in evidence, level and value, and never shrinks', async () => {
    const id = await open(anEpisode({ value: 900 }));
    const point = { at: at('08:05').toISOString(), lng: 120.2, lat: 30.2 };

    await unitOfWork.run(async (tx) => {
      await episodes.extend(tx, id, { evidence: [point], level: 'grave', value: 1_200 });
      await episodes.extend(tx, id, { evidence: [], level: 'warning', value: 700 });
    });

    const view = await queries.get(SYSTEM_SCOPE, id);
    expect(view).toMatchObject({ level: 'grave', value: 1_200, version: 3 });
    expect(view.evidence.at(-1)).toEqual(point);
    expect(view.evidence).toHaveLength(2);
  });

  it('shows an alert to its enterprise and the authorities, one of nobody to these alone', async () => {
    const [known, unknown] = [
      await open(anEpisode()),
      await open(anEpisode({ enterpriseId: null })),
    ];

    await expect(queries.get(dispatcherOf(ours), known)).resolves.toMatchObject({ id: known });
    await expect(queries.get(dispatcherOf(theirs), known)).rejects.toMatchObject({
      code: 'ALERT_NOT_FOUND',
    });
    await expect(queries.get(dispatcherOf(ours), unknown)).rejects.toMatchObject({
      code: 'ALERT_NOT_FOUND',
    });
    await expect(queries.get(SYSTEM_SCOPE, unknown)).resolves.toMatchObject({ id: unknown });
  });

  it('lists newest first, page by page, each once', async () => {
    const enterpriseId = newId<EnterpriseId>();
    const opened: AlertId[] = [];
    for (const clock of ['10:00', '10:00', '10:01', '10:02', '10:03']) {
      now = at(clock);
      opened.push(await open(anEpisode({ enterpriseId })));
    }
    const scope = dispatcherOf(enterpriseId);

    const first = await queries.list(scope, { limit: 2 });
    const second = await queries.list(scope, { limit: 2, cursor: first.nextCursor! });
    const third = await queries.list(scope, { limit: 2, cursor: second.nextCursor! });

    const seen = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
    expect(seen).toHaveLength(5);
    expect(seen.slice(0, 3)).toEqual(opened.toReversed().slice(0, 3));
    expect(new Set(seen)).toEqual(new Set(opened));
    expect(third.nextCursor).toBeNull();
  });

  it('keeps every decision, and refuses one made on an older state', async () => {
    const id = await open(anEpisode());
    const scope = dispatcherOf(ours);

    const acknowledged = await decideAlert.decide(scope, id, { state: 'acknowledged' }, '"1"');
    const late = decideAlert.decide(scope, id, { state: 'closed' }, '"1"');

    expect(acknowledged).toMatchObject({ state: 'acknowledged', version: 2 });
    await expect(late).rejects.toMatchObject({ code: 'VERSION_CONFLICT' });
    expect(await new AlertRepository().decisionsOf(unitOfWork.reads, id)).toMatchObject([
      { fromState: 'open', toState: 'acknowledged', decidedBy: scope.userId },
    ]);
  });

  it('leaves it to an authority to call an alert false; the enterprise appeals', async () => {
    const id = await open(anEpisode());
    const note = 'seen on camera';
    const decide = (scope: AccessScope, state: 'false_alarm' | 'appealed') =>
      decideAlert.decide(scope, id, { state, note }, '*');

    await expect(decide(dispatcherOf(ours), 'false_alarm')).rejects.toMatchObject({
      code: 'ALERT_STEP_NOT_YOURS',
    });
    expect(await queries.get(SYSTEM_SCOPE, id)).toMatchObject({ state: 'open', version: 1 });
    expect(await decide(dispatcherOf(ours), 'appealed')).toMatchObject({ state: 'appealed' });
    const administration = anAuthority('concrete_admin');
    expect(await decide(administration, 'false_alarm')).toMatchObject({ state: 'false_alarm' });
  });

  it('hides an alert of another enterprise from a decision', async () => {
    const id = await open(anEpisode());

    const decision = decideAlert.decide(dispatcherOf(theirs), id, { state: 'closed' }, '"1"');

    await expect(decision).rejects.toMatchObject({ code: 'ALERT_NOT_FOUND' });
  });

  it('names its zone as it was called then, whatever is planned', async () => {
    const subjectId = await addRenamedZone(unitOfWork.reads, [
      { name: '一期', effectiveFrom: at('07:00') },
      { name: '二期', effectiveFrom: at('12:00') },
    ]);

    const [before, after] = [
      await open(anEpisode({ subjectId })),
      await open(anEpisode({ subjectId, startedAt: at('13:00') })),
    ];

    expect(await queries.get(SYSTEM_SCOPE, before)).toMatchObject({ subjectName: '一期' });
    expect(await queries.get(SYSTEM_SCOPE, after)).toMatchObject({ subjectName: '二期' });
  });

  it('tells of every change in the order of the vehicle', async () => {
    const episode = anEpisode();
    const id = await open(episode);
    await unitOfWork.run((tx) => episodes.end(tx, id, at('09:00')));

    const events: { payload: object }[] = await unitOfWork.reads.query(
      `SELECT payload FROM outbox_event WHERE ordering_key = $1 AND name = 'alert.changed'`,
      [episode.vehicleId],
    );

    const payload = { alertId: id, enterpriseId: ours, vehicleId: episode.vehicleId };
    expect(events.map((event) => event.payload)).toEqual([payload, payload]);
  });
});
