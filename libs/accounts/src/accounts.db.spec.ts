import {
  addMinutes,
  addSeconds,
  DomainError,
  type DriverId,
  type EnterpriseId,
  newId,
  SYSTEM_SCOPE,
  type UserId,
} from '@tongyun/kernel';
import { SettingsModule } from '@tongyun/platform';
import type { TestingModule } from '@nestjs/testing';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { openTestModule } from '../../../test/support/test-module.js';
import { AccountsModule } from './accounts.module.js';
import {
  DRIVER_DIRECTORY,
  type DriverDirectory,
  type DriverLeave,
  ENTERPRISE_DIRECTORY,
  SESSION_SETTINGS,
} from './accounts.tokens.js';
import { AuthenticateService } from './authenticate.service.js';
import { ChangePasswordService } from './change-password.service.js';
import { CreateUserService } from './create-user.service.js';
import { IssueDeviceCodeService } from './issue-device-code.service.js';
import { MakeFirstAdministratorService } from './make-first-administrator.service.js';
import { EndedSignIns } from './ended-sign-ins.js';
import { RefreshSessionService } from './refresh-session.service.js';
import { RevokeDevicesService } from './revoke-devices.service.js';
import { SetUserStateService } from './set-user-state.service.js';
import { SignInDeviceService } from './sign-in-device.service.js';
import { SignInService } from './sign-in.service.js';
import { SignOutService } from './sign-out.service.js';

const password = 'correct horse battery';
const driverId = newId<DriverId>();
const enterpriseId = newId<EnterpriseId>();

/** How the driver left, once he did. */
let leave: DriverLeave | null = null;
const drivers: DriverDirectory = {
  find: async (_scope, id) => (id === driverId ? { driverId, name: 'Li Wei', enterpriseId } : null),
  leaveOf: async () => leave,
};

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'not refused',
    (error: unknown) => (error instanceof DomainError ? error.code : error),
  );

describe('accounts', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let now = new Date('2026-05-04T08:00:00Z');

  beforeAll(async () => {
    database = await openTestDatabase();
    const settings = SettingsModule.with([
      {
        provide: SESSION_SETTINGS,
        useValue: { accessTokenMin: 10, refreshDays: 7, deviceDays: 30 },
      },
      { provide: DRIVER_DIRECTORY, useValue: drivers },
      { provide: ENTERPRISE_DIRECTORY, useValue: { nameOf: async () => 'Plant A' } },
    ]);
    module = await openTestModule(database, [settings, AccountsModule], { now: () => now });
    await module.get(CreateUserService).create(SYSTEM_SCOPE, {
      username: 'wang',
      password,
      displayName: 'Wang Fang',
      roles: ['dispatcher'],
      enterpriseId,
    });
  });
  afterAll(async () => {
    await module?.close();
    await database?.close();
  });
  beforeEach(() => {
    now = new Date('2026-05-04T08:00:00Z');
    leave = null;
  });

  const signIn = () => module.get(SignInService).signIn('wang', password);
  const refresh = (token: string) => module.get(RefreshSessionService).refresh(token);
  const authenticate = (token: string) => module.get(AuthenticateService).authenticate(token);
  const issue = () => module.get(IssueDeviceCodeService).issue(SYSTEM_SCOPE, driverId);
  const signInPhone = (code: string) => module.get(SignInDeviceService).signIn(code, 'Redmi 12');
  const revoke = (id: DriverId) => module.get(RevokeDevicesService).revoke(SYSTEM_SCOPE, id);
  const shutOut = (id: UserId) =>
    module.get(SetUserStateService).set(SYSTEM_SCOPE, id, { isDisabled: true, reason: 'left' });
  const create = (over: object) =>
    module.get(CreateUserService).create(SYSTEM_SCOPE, {
      username: 'chen',
      password,
      displayName: 'Chen',
      roles: ['auditor'],
      ...over,
    });

  describe('an access token', () => {
    it('tells who is asking', async () => {
      const { accessToken, user } = await signIn();

      expect(await authenticate(accessToken)).toMatchObject({
        userId: user.id,
        roles: ['dispatcher'],
        enterpriseIds: [enterpriseId],
        mustChangePassword: false,
      });
    });

    it('runs out after ten minutes', async () => {
      const { accessToken, user } = await signIn();
      now = addSeconds(now, 599);
      expect(await authenticate(accessToken)).toMatchObject({ userId: user.id });

      now = addSeconds(now, 1);
      expect(await refusal(authenticate(accessToken))).toBe('TOKEN_EXPIRED');
    });

    it('is not good with another signature, however often it was shown', async () => {
      const { accessToken, user } = await signIn();
      const forged = accessToken.replace(/\.[^.]+$/, `.${'A'.repeat(43)}`);

      expect(await authenticate(accessToken)).toMatchObject({ userId: user.id });
      expect(await authenticate(accessToken)).toMatchObject({ userId: user.id });
      expect(await refusal(authenticate(forged))).toBe('NOT_SIGNED_IN');
    });

    it.each(['', 'rubbish', 'a.b.c'])('is not %p', async (token) => {
      expect(await refusal(authenticate(token))).toBe('NOT_SIGNED_IN');
    });
  });

  describe('signing in', () => {
    it.each([
      { why: 'a wrong password', username: 'wang', given: 'wrong' },
      { why: 'an unknown name', username: 'nobody', given: password },
    ])('refuses $why in the same words', async ({ username, given }) => {
      const work = module.get(SignInService).signIn(username, given);

      expect(await refusal(work)).toBe('SIGN_IN_FAILED');
    });

    it('keeps passwords as argon2id and tokens as hashes', async () => {
      const { refreshToken } = await signIn();
      const [user] = await database.dataSource.query(
        `SELECT password_hash FROM app_user WHERE username = 'wang'`,
      );
      const kept = await database.dataSource.query(
        `SELECT 1 FROM refresh_token WHERE token_hash = $1`,
        [refreshToken],
      );

      expect(user.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
      expect(kept).toEqual([]);
    });
  });

  describe('a refresh token', () => {
    it('is replaced at every use', async () => {
      const first = await signIn();
      const second = await refresh(first.refreshToken);

      expect(second.refreshToken).not.toBe(first.refreshToken);
      expect((await refresh(second.refreshToken)).user.id).toBe(first.user.id);
    });

    it('answers again when the answer was lost, however late', async () => {
      const { refreshToken } = await signIn();
      await refresh(refreshToken);
      now = addMinutes(now, 90);
      const repeated = await refresh(refreshToken);

      expect((await refresh(repeated.refreshToken)).user.username).toBe('wang');
    });

    it('ends the sign-in of both when it was stolen', async () => {
      const stolen = await signIn();
      const owner = await refresh(stolen.refreshToken);
      const goesOn = await refresh(owner.refreshToken);
      now = addSeconds(now, 61);

      expect(await refusal(refresh(stolen.refreshToken))).toBe('REFRESH_REFUSED');
      expect(await refusal(refresh(goesOn.refreshToken))).toBe('REFRESH_REFUSED');
    });

    it('serves two pages that refresh at once', async () => {
      const { refreshToken } = await signIn();
      const [one, other] = await Promise.all([refresh(refreshToken), refresh(refreshToken)]);

      expect((await refresh(one.refreshToken)).user.username).toBe('wang');
      expect((await refresh(other.refreshToken)).user.username).toBe('wang');
    });

    it('runs out unused after a week', async () => {
      const { refreshToken } = await signIn();
      now = addMinutes(now, 7 * 1_440);

      expect(await refusal(refresh(refreshToken))).toBe('REFRESH_REFUSED');
    });

    it('is good for nothing after signing out', async () => {
      const { refreshToken } = await signIn();
      await module.get(SignOutService).signOut(refreshToken);

      expect(await refusal(refresh(refreshToken))).toBe('REFRESH_REFUSED');
    });
  });

  describe("a driver's phone", () => {
    it('signs in once by a code and stays signed in for a month', async () => {
      const { code } = await issue();
      const session = await signInPhone(code);

      expect(code).toMatch(/^\d{8}$/);
      expect(await authenticate(session.accessToken)).toMatchObject({
        roles: ['driver'],
        driverId,
        enterpriseIds: [enterpriseId],
      });
      expect(session.refreshExpiresAt).toEqual(addMinutes(now, 30 * 1_440));
      expect(await refusal(signInPhone(code))).toBe('DEVICE_CODE_INVALID');
    });

    it('lets one of two phones in that use a code at once', async () => {
      const { code } = await issue();
      const outcomes = await Promise.allSettled([signInPhone(code), signInPhone(code)]);

      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    });

    it('is the same user on his next phone', async () => {
      const first = await signInPhone((await issue()).code);
      const second = await signInPhone((await issue()).code);

      expect(second.user.id).toBe(first.user.id);
    });

    it('comes too late after a quarter of an hour', async () => {
      const { code } = await issue();
      now = addMinutes(now, 15);

      expect(await refusal(signInPhone(code))).toBe('DEVICE_CODE_INVALID');
    });

    it('gets no code for a driver whom nobody knows', async () => {
      const work = module.get(IssueDeviceCodeService).issue(SYSTEM_SCOPE, newId<DriverId>());

      expect(await refusal(work)).toBe('DRIVER_NOT_FOUND');
    });
  });

  describe('a lost phone', () => {
    it('is signed out at once, tells who is connected, and its driver gets in anew', async () => {
      const { code: waiting } = await issue();
      const lost = await signInPhone((await issue()).code);
      let timesTold = 0;
      module.get(EndedSignIns).whenEnded(lost.user.id, () => (timesTold += 1));
      await revoke(driverId);

      expect(timesTold).toBe(1);
      expect(await refusal(authenticate(lost.accessToken))).toBe('TOKEN_EXPIRED');
      expect(await refusal(refresh(lost.refreshToken))).toBe('REFRESH_REFUSED');
      expect(await refusal(signInPhone(waiting))).toBe('DEVICE_CODE_INVALID');

      now = addSeconds(now, 1);
      const next = await signInPhone((await issue()).code);
      expect(await authenticate(next.accessToken)).toMatchObject({ driverId });
    });

    it('hears that its driver was let go, if that is what signed it out, by its newest token alone', async () => {
      const given = await signInPhone((await issue()).code);
      await revoke(driverId);
      const leftAt = (now = addMinutes(now, 1));
      const older = await signInPhone((await issue()).code);
      const newest = await refresh(older.refreshToken);
      await revoke(driverId);
      leave = { enterpriseName: 'Plant A', leftOn: '2026-05-04', leftAt };

      await expect(refresh(newest.refreshToken)).rejects.toMatchObject({
        code: 'EMPLOYMENT_ENDED',
        details: { enterpriseName: 'Plant A', leftOn: '2026-05-04' },
      });
      expect(await refusal(refresh(older.refreshToken))).toBe('REFRESH_REFUSED');
      expect(await refusal(refresh(given.refreshToken))).toBe('REFRESH_REFUSED');
      now = addMinutes(now, 31 * 1_440);
      expect(await refusal(refresh(newest.refreshToken))).toBe('REFRESH_REFUSED');
    });

    it('is not that of a driver whom the dispatcher does not have', async () => {
      expect(await refusal(revoke(newId<DriverId>()))).toBe('DRIVER_NOT_FOUND');
    });
  });

  describe('users', () => {
    it.each([
      { over: { username: 'wang' }, code: 'USERNAME_TAKEN' },
      { over: { roles: ['dispatcher'] }, code: 'ENTERPRISE_REQUIRED' },
      { over: { enterpriseId }, code: 'ENTERPRISE_UNFIT' },
      { over: { roles: ['district_bureau'] }, code: 'DISTRICT_REQUIRED' },
      { over: { roles: ['police'], agency: '余杭交警大队' }, code: 'BADGE_REQUIRED' },
      { over: { roles: ['driver'], enterpriseId }, code: 'DRIVER_SIGNS_IN_BY_DEVICE' },
    ])('are refused with $code', async ({ over, code }) => {
      expect(await refusal(create(over))).toBe(code);
    });

    it('change their password, which ends every other sign-in', async () => {
      const user = await create({ username: 'zhao' });
      const other = await module.get(SignInService).signIn('zhao', password);
      const scope = { ...SYSTEM_SCOPE, userId: user.id };
      const change = (current: string) =>
        module.get(ChangePasswordService).change(scope, current, 'another long one');

      expect(await refusal(change('wrong'))).toBe('PASSWORD_WRONG');
      await change(password);

      expect(await refusal(refresh(other.refreshToken))).toBe('REFRESH_REFUSED');
      expect((await module.get(SignInService).signIn('zhao', 'another long one')).user.id).toBe(
        user.id,
      );
    });

    it('are shut out at once, and let in again', async () => {
      const user = await create({ username: 'sun' });
      const session = await module.get(SignInService).signIn('sun', password);
      const setState = (isDisabled: boolean) =>
        module.get(SetUserStateService).set(SYSTEM_SCOPE, user.id, { isDisabled, reason: 'left' });
      expect(await authenticate(session.accessToken)).toMatchObject({ userId: user.id });
      expect(await setState(true)).toMatchObject({ isDisabled: true, version: 2 });

      expect(await refusal(authenticate(session.accessToken))).toBe('TOKEN_EXPIRED');
      expect(await refusal(refresh(session.refreshToken))).toBe('REFRESH_REFUSED');
      expect(await refusal(module.get(SignInService).signIn('sun', password))).toBe(
        'SIGN_IN_FAILED',
      );

      await setState(false);
      now = addSeconds(now, 1);
      const { accessToken } = await module.get(SignInService).signIn('sun', password);
      expect(await authenticate(accessToken)).toMatchObject({ userId: user.id });
      expect(await refusal(refresh(session.refreshToken))).toBe('REFRESH_REFUSED');
      expect(
        await database.dataSource.query(
          'SELECT kind, reason, decided_by FROM user_decision WHERE user_id = $1 ORDER BY id',
          [user.id],
        ),
      ).toEqual([
        { kind: 'disabled', reason: 'left', decided_by: SYSTEM_SCOPE.userId },
        { kind: 'enabled', reason: 'left', decided_by: SYSTEM_SCOPE.userId },
      ]);
    });

    it('shut out neither themselves nor nobody', async () => {
      expect(await refusal(shutOut(SYSTEM_SCOPE.userId))).toBe('USER_IS_YOURSELF');
      expect(await refusal(shutOut(newId<UserId>()))).toBe('USER_NOT_FOUND');
    });

    it('begin with one administrator, who must choose his own password', async () => {
      const make = () => module.get(MakeFirstAdministratorService).make('admin', undefined);
      const made = await make();

      expect(made).toMatchObject({ state: 'made', username: 'admin' });
      expect(await make()).toEqual({ state: 'exists' });
      const oneTime = made.state === 'made' ? made.oneTimePassword! : '';
      const session = await module.get(SignInService).signIn('admin', oneTime);
      expect(await authenticate(session.accessToken)).toMatchObject({ mustChangePassword: true });
    });
  });
});
