import {
  allowOrdersRequest,
  answerAppealRequest,
  appealGradeRequest,
  creditGrade,
  decideGradeRequest,
  type EnterpriseCreditView,
  evaluateEnterpriseRequest,
  selfEvaluateRequest,
} from '@tongyun/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  allowOrders,
  answerAppeal,
  appealGrade,
  attachToEvaluation,
  attachToSelfEvaluation,
  decideGrade,
  evaluateEnterprise,
  selfEvaluate,
} from '../../api/credit.js';
import { formatDate } from '../../i18n/time.js';
import { RefusalNotice } from '../../ui/refusal-notice.js';
import { FileField } from '../attached/file-field.js';
import { type Attach, useSendWithFiles } from '../attached/use-send-with-files.js';
import { LIST_KEYS } from '../lists/list-keys.js';
import { type CreditStep, findGradesOnAppeal } from './credit-steps.js';

interface Fields {
  readonly year?: number;
  readonly score?: number;
  readonly visitOn?: string;
  readonly grade?: string;
  readonly text: string;
}

type Field = 'year' | 'score' | 'visitOn' | 'grade' | 'files';
const FIELDS: Readonly<Record<CreditStep, readonly Field[]>> = {
  self_evaluate: ['year', 'score', 'files'],
  evaluate: ['year', 'score', 'visitOn', 'files'],
  grade: ['year', 'grade'],
  appeal: [],
  answer: ['grade'],
  allow: [],
};

/** Takes a step in the words of its own request; an evaluation then takes files. */
async function take(step: CreditStep, id: string, fields: Fields): Promise<Attach | null> {
  const { text, grade, ...stated } = fields;
  switch (step) {
    case 'self_evaluate': {
      const request = selfEvaluateRequest.parse({ ...stated, statement: text });
      await selfEvaluate(id, request);
      return (file) => attachToSelfEvaluation(id, request.year, file);
    }
    case 'evaluate': {
      const request = evaluateEnterpriseRequest.parse({ ...stated, visitReport: text });
      await evaluateEnterprise(id, request);
      return (file) => attachToEvaluation(id, request.year, file);
    }
    case 'grade':
      await decideGrade(id, decideGradeRequest.parse({ ...stated, grade, reason: text }));
      return null;
    case 'appeal':
      await appealGrade(id, appealGradeRequest.parse({ reason: text }));
      return null;
    case 'answer':
      await answerAppeal(
        id,
        answerAppealRequest.parse({ grade: grade === 'rejected' ? null : grade, reason: text }),
      );
      return null;
    case 'allow':
      await allowOrders(id, allowOrdersRequest.parse({ reason: text }));
      return null;
  }
}

export interface CreditStepModalProps {
  readonly step: CreditStep;
  readonly credit: EnterpriseCreditView;
  readonly name: string;
  readonly onClose: () => void;
}

/** One step on an enterprise's credit, with the words that stay on record. */
export function CreditStepModal({ step, credit, name, onClose }: CreditStepModalProps) {
  const { t } = useTranslation('admin');
  const { t: shared } = useTranslation('shared');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const { send, choose } = useSendWithFiles((stated: Fields) =>
    take(step, credit.enterpriseId, stated),
  );
  const save = useMutation({
    mutationFn: send,
    onSuccess: () => {
      void message.success(t('decision.saved'));
      onClose();
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: LIST_KEYS.credit });
      void queries.invalidateQueries({ queryKey: LIST_KEYS.enterprises });
    },
  });
  const fields = FIELDS[step];
  const needed = [{ required: true, message: t('pass.needed') }];
  const grades = creditGrade.options.map((value) => ({
    value: value as string,
    label: shared(`creditGrade.${value}`),
  }));
  const onAppeal = findGradesOnAppeal(credit);
  const better = grades.filter(({ value }) => onAppeal.includes(value));
  return (
    <Modal
      open
      title={t(`credit.title.${step}`, { name })}
      okText={t('decision.save')}
      cancelText={shared('action.cancel')}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        data-testid="credit-step"
        initialValues={{ year: yearFor(step, credit), visitOn: formatDate(new Date()) }}
        onFinish={(values) => save.mutate(values)}
      >
        {fields.includes('year') && (
          <Form.Item name="year" label={t('credit.year')} rules={needed}>
            <InputNumber min={2000} max={2099} />
          </Form.Item>
        )}
        {fields.includes('score') && (
          <Form.Item name="score" label={t('credit.score')} rules={needed}>
            <InputNumber min={0} max={100} precision={0} />
          </Form.Item>
        )}
        {fields.includes('visitOn') && (
          <Form.Item name="visitOn" label={t('credit.visitOn')} rules={needed}>
            <Input type="date" max={formatDate(new Date())} />
          </Form.Item>
        )}
        {fields.includes('grade') && (
          <Form.Item name="grade" label={t('credit.grade')} rules={needed}>
            <Radio.Group
              optionType="button"
              buttonStyle="solid"
              options={
                step === 'answer'
                  ? [...better, { value: 'rejected', label: t('credit.keep') }]
                  : grades
              }
            />
          </Form.Item>
        )}
        <Form.Item
          name="text"
          label={t(`credit.text.${step}`)}
          rules={[
            { required: true, whitespace: true, min: 2, message: t('decision.reasonNeeded') },
          ]}
        >
          <Input.TextArea rows={4} maxLength={500} placeholder={t('decision.reasonHint')} />
        </Form.Item>
        {fields.includes('files') && <FileField takes="files" onChoose={choose} />}
        <RefusalNotice error={save.error} />
      </Form>
    </Modal>
  );
}

/** The year that is most likely meant: the one that waits for this step, else the last full one. */
function yearFor(step: CreditStep, { assessments }: EnterpriseCreditView): number {
  const waiting = assessments.find(({ evaluatedAt }) =>
    step === 'evaluate' ? evaluatedAt === null : evaluatedAt !== null,
  );
  const lastYear = Number(formatDate(new Date()).slice(0, 4)) - 1;
  return step === 'self_evaluate' ? lastYear : (waiting?.year ?? lastYear);
}
