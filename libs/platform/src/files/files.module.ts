import { Module } from '@nestjs/common';
import { FileStore } from './file-store.js';

/** Needs FILES_FOLDER from the app that mounts it. */
@Module({ providers: [FileStore], exports: [FileStore] })
export class FilesModule {}
