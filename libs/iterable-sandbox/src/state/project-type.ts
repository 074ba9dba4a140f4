/** How a project tells its users apart; fixed when it is made. */
export type ProjectType = 'hybrid' | 'email' | 'userId';

/** All of them. */
export const projectTypes: readonly ProjectType[] = ['hybrid', 'email', 'userId'];
