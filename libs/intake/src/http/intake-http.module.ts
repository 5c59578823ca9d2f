import { Module } from '@nestjs/common';
import { IntakeModule } from '../intake.module.js';
import { ImportsController } from './imports.controller.js';

@Module({ imports: [IntakeModule], controllers: [ImportsController] })
export class IntakeHttpModule {}
