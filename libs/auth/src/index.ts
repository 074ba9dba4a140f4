export const name = '@org/auth';
