import { test as setup } from '@playwright/test';
import { prepareFolder } from './support/prepared-folder.js';

setup('the demo is loaded once, for every product of this run', prepareFolder);
