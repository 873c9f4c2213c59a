/**
 * Which edition of the templates a paper is laid out by. Raised whenever a change moves a
 * single mark on paper; every edition that was ever issued by stays drawable.
 */
export const TEMPLATE_EDITION = 1;
