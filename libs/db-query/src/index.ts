export const name = '@org/db-query';
