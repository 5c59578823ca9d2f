import { keepPageOffline } from '../ui/keep-page-offline.js';
import { mountPlain } from '../ui/mount-plain.js';
import './driver.css';
import { DriverPage } from './driver-page.js';
import { driverTexts } from './texts/index.js';

keepPageOffline('driver');
void mountPlain({ namespace: 'driver', texts: driverTexts, page: <DriverPage /> });
