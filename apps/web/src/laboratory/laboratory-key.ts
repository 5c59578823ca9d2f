export const laboratoryKey = (plantId: string) => ['laboratory', plantId] as const;
