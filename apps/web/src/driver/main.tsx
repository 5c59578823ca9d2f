import { mountPlain } from '../ui/mount-plain.js';
import './driver.css';
import { DriverPage } from './driver-page.js';
import { keepPageOffline } from './keep-page-offline.js';
import { driverTexts } from './texts/index.js';

keepPageOffline();
void mountPlain({ namespace: 'driver', texts: driverTexts, page: <DriverPage /> });
