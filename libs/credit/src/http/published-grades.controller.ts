import { Public } from '@tongyun/accounts';
import { type PublishedGrades, publishedGrades } from '@tongyun/contracts';
import { Controller, Get, SerializeOptions, UseGuards } from '@nestjs/common';
import { type PublishedGrade, PublishedGradesQueries } from '../published-grades.service.js';
import { OpenReadsGuard } from './open-reads.guard.js';

/** The grades in force, for everybody. */
@Controller('credit-grades')
export class PublishedGradesController {
  constructor(private readonly grades: PublishedGradesQueries) {}

  @Get()
  @Public()
  @UseGuards(OpenReadsGuard)
  @SerializeOptions({ schema: publishedGrades })
  async list(): Promise<PublishedGrades> {
    const grades = await this.grades.list();
    return { isPublished: grades !== null, items: (grades ?? []).map(toItem) };
  }
}

const toItem = ({ enterprise, decision }: PublishedGrade): PublishedGrades['items'][number] => ({
  name: enterprise.name,
  district: enterprise.district,
  grade: enterprise.creditGrade,
  year: decision?.year ?? null,
  since: decision?.decidedAt.toISOString() ?? null,
  isBarred: enterprise.isBarred,
});
