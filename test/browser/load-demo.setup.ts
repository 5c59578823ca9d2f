import { test as setup } from '@playwright/test';
import { prepareDemo } from './support/prepared-demo.js';

setup('the demo is loaded once, for every product of this run', prepareDemo);
