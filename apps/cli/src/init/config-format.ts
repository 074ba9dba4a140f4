/** Formats that a configuration file can be written in, by its ending. */
export const CONFIG_FORMATS = ['yaml', 'ts', 'json'] as const;
export type ConfigFormat = (typeof CONFIG_FORMATS)[number];
