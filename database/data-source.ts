import 'reflect-metadata';
import { databaseOptions } from '@tongyun/platform';
import { DataSource } from 'typeorm';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';

/** For the migration commands and the specs; the apps load entities through their modules. */
export const createDataSource = (url: string) =>
  new DataSource({ ...databaseOptions(url), entities, migrations });
