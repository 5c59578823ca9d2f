import { AssessEnterpriseService, CreditQueries, DecideCreditService } from '@tongyun/credit';
import type { CreditGrade } from '@tongyun/contracts';
import { type EnterpriseId, localTimeOf } from '@tongyun/kernel';
import { DEMO_ADMINISTRATION, type ServiceSource, serviceOf } from './demo-services.js';
import type { EnterpriseKey } from './enterprises.js';

interface DemoGrade {
  readonly enterprise: EnterpriseKey;
  /** Its own, and the administration's. */
  readonly scores: readonly [number, number];
  readonly visitReport: string;
  readonly grade: CreditGrade;
}

/** Of the year before; 钱江湾 is still to be graded. */
const DEMO_GRADES: readonly DemoGrade[] = [
  {
    enterprise: 'XS',
    scores: [96, 93],
    visitReport: '演示数据：冲洗设施齐全，台账完整，全年无事故',
    grade: 'excellent',
  },
  {
    enterprise: 'YH',
    scores: [91, 84],
    visitReport: '演示数据：培训记录齐全，一处沉淀池未及时清理',
    grade: 'good',
  },
  {
    enterprise: 'BC',
    scores: [88, 72],
    visitReport: '演示数据：两辆车通行证逾期未续，交底记录不全',
    grade: 'qualified',
  },
];

/** Takes the steps to last year's grades that are missing: own score, visit, decision. */
export async function loadGrades(
  app: ServiceSource,
  enterprises: ReadonlyMap<EnterpriseKey, EnterpriseId>,
  now: Date,
  timeZone: string,
): Promise<void> {
  const year = Number(localTimeOf(now, timeZone).on.slice(0, 4)) - 1;
  const assess = serviceOf(app, AssessEnterpriseService);
  for (const { enterprise, scores, visitReport, grade } of DEMO_GRADES) {
    const id = enterprises.get(enterprise)!;
    const known = await serviceOf(app, CreditQueries).year(DEMO_ADMINISTRATION, id, year);
    if (known.isGraded) continue;
    const [own, score] = scores;
    if (known.assessment === null) {
      const statement = '演示数据：按年度自评表逐项自查';
      await assess.selfEvaluate(DEMO_ADMINISTRATION, id, { year, score: own, statement });
    }
    if (!known.assessment?.evaluatedAt) {
      const visitOn = `${year}-12-10`;
      await assess.evaluate(DEMO_ADMINISTRATION, id, { year, score, visitOn, visitReport });
    }
    const reason = `演示数据：${year} 年度评价 ${score} 分`;
    await serviceOf(app, DecideCreditService).decideGrade(DEMO_ADMINISTRATION, id, {
      year,
      grade,
      reason,
    });
  }
}
