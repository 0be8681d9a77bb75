/** Every entity of the data source. Plain records only; hot paths read named columns by SQL. */
export const entities = [] as const;
