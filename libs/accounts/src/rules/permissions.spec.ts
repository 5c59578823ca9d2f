import { ROLES } from '@tongyun/kernel';
import { mayDo, permissionsOf } from './permissions.js';

describe('permissions', () => {
  it('of two roles are those of either', () => {
    expect(mayDo(['plant_desk', 'auditor'], 'tracks.read')).toBe(true);
    expect(mayDo(['plant_desk'], 'tracks.read')).toBe(false);
  });

  it('of nobody are none', () => {
    expect(permissionsOf([])).toEqual([]);
  });

  it('of a driver stay with his own day', () => {
    expect(permissionsOf(['driver'])).toEqual([
      'account.own',
      'zones.read',
      'driver.day',
      'driver.claim',
      'driver.alerts',
      'driver.own_data',
      'positions.report',
      'live.watch',
    ]);
  });

  it('leave nobody without his own account', () => {
    expect(ROLES.filter((role) => !mayDo([role], 'account.own'))).toEqual([]);
  });
});
