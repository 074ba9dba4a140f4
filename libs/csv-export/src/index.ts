export const name = '@org/csv-export';
