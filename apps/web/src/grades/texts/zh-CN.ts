export const zhCN = {
  title: '预拌混凝土企业信用等级公示',
  note: '仅公示企业名称、所在区县、现行等级、评价年度、评定日期，以及是否已限制在本市承接业务。',
  withheld: '信用等级目前不公开。',
  none: '尚无已评定的企业。',
  enterprise: '企业名称',
  district: '区县',
  year: '评价年度',
  since: '评定日期',
} as const;
