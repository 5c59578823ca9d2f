/** Files that are kept with a record. */
export const attachedZhCN = {
  photos: '照片（JPEG、PNG，可多选）',
  files: '附件（PDF、JPEG、PNG，可多选）',
  hint: '每个文件不超过 20 MB',
  photo: '照片 {{n}}',
  paper: '文件 {{n}}',
} as const;
