export const name = '@org/iterable-sandbox';
