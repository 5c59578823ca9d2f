import { mountPage } from '../ui/mount-page.js';
import './police.css';
import { PoliceApp } from './police-app.js';
import { policeTexts } from './texts/index.js';

void mountPage({
  namespace: 'police',
  texts: policeTexts,
  page: <PoliceApp title={policeTexts['zh-CN'].title} />,
});
