export const name = '@org/iterable-client';
