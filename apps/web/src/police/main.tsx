import { keepPageOffline } from '../ui/keep-page-offline.js';
import { mountPage } from '../ui/mount-page.js';
import './police.css';
import { PoliceApp } from './police-app.js';
import { policeTexts } from './texts/index.js';

keepPageOffline('police');
void mountPage({
  namespace: 'police',
  texts: policeTexts,
  page: <PoliceApp title={policeTexts['zh-CN'].title} />,
});
