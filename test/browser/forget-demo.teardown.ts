import { test as teardown } from '@playwright/test';
import { forgetPreparedFolder } from './support/prepared-demo.js';

teardown('the demo’s data is taken away', forgetPreparedFolder);
