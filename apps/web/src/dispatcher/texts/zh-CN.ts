export const zhCN = { title: '砼运 · 调度台' } as const;
