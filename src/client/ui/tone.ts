/** What colour says; a state always carries its sign and word as well. */
export type Tone = 'ok' | 'warn' | 'bad' | 'na' | 'info' | 'primary' | 'ink' | 'ink2' | 'civic';
