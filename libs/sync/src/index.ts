export const name = '@org/sync';
