import { expect } from '@playwright/test';
import { DEMO_ENTERPRISES } from '../../database/seeds/demo/enterprises.js';
import { choose, confirm, dialog, open, rowOf } from './support/admin-page.js';
import { expectAccessible } from './support/expect-accessible.js';
import { signInAt } from './support/people.js';
import { productUnderTest } from './support/product.js';
import { test } from './support/shared-product.js';

const NEW_USER = {
  username: 'diaodu-qj2',
  name: '钱江湾二班调度',
  first: 'chushi-2026-mima',
  own: 'ziji-2026-xinmima',
  enterprise: DEMO_ENTERPRISES[0]!.name,
} as const;

test.describe('the system’s administrator', () => {
  test('changes the signing key, and shuts a user out for a while', async ({ browser }) => {
    const systems = await browser.newPage();
    await signInAt(systems, '/admin', 'xitong');
    await open(systems, 'passKeys');
    await systems.getByTestId('rotate-pass-key').click();
    await systems.getByTestId('reason-text').fill('年度更换');
    await systems.getByTestId('reason-confirm').click();
    await expect(rowOf(systems, '年度更换')).toContainText('正在签名');
    await expectAccessible(systems);

    await open(systems, 'users');
    for (const state of ['停用', '启用']) {
      await rowOf(systems, 'jianwei').getByTestId('turn-user').click();
      await systems.getByTestId('reason-text').fill('借调期间');
      await systems.getByTestId('reason-confirm').click();
      await expect(rowOf(systems, 'jianwei').locator('.state-tag')).toHaveText(state);
    }
    await systems.close();
  });

  test('makes a user, who chooses a password of his own and comes to his desk', async ({
    browser,
  }) => {
    const systems = await browser.newPage();
    await signInAt(systems, '/admin#/users', 'xitong');
    await systems.getByTestId('create-user').click();
    await dialog(systems).getByLabel('用户名').fill(NEW_USER.username);
    await dialog(systems).getByLabel('姓名').fill(NEW_USER.name);
    await dialog(systems).getByLabel('初始密码').fill(NEW_USER.first);
    await dialog(systems).getByLabel('角色').click();
    await choose(systems, '调度员');
    await systems.keyboard.press('Escape');
    await dialog(systems).getByLabel('企业').click();
    await systems.keyboard.insertText(NEW_USER.enterprise);
    await choose(systems, NEW_USER.enterprise);
    await confirm(systems);
    await expect(rowOf(systems, NEW_USER.username)).toContainText(NEW_USER.name);
    await systems.close();

    const own = await browser.newPage();
    await own.goto(`${productUnderTest().baseUrl}/dispatcher`);
    await own.getByTestId('sign-in-username').fill(NEW_USER.username);
    await own.getByTestId('sign-in-password').fill(NEW_USER.first);
    await own.getByTestId('sign-in-submit').click();
    await own.getByLabel('当前密码').fill(NEW_USER.first);
    await own.getByLabel('新密码（至少 10 位）').fill(NEW_USER.own);
    await own.getByLabel('再次输入新密码').fill(NEW_USER.own);
    await expectAccessible(own);
    await own.getByRole('button').last().click();
    await expect(own.getByTestId('new-order')).toBeVisible();
    await own.close();
  });
});
