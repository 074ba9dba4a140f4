/** 43 bytes. */
export const SECRET = 'correct-horse-battery-staple-0123456789abcd';
export const API_KEY = '0123456789abcdef0123456789abcdef';

/** 2026-01-13 14:30:45 UTC, and 678 milliseconds. */
export const NOW_MS = 1_768_314_645_678;
export const NOW = 1_768_314_645;

export const ADA = { email: 'ada@example.com' };
export const BEN = { userId: 'ben-7' };
