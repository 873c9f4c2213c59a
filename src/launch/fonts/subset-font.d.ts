/** What is used of it; the package comes without types. */
declare module 'subset-font' {
  interface Options {
    targetFormat?: 'truetype';
    keepFeatures?: readonly string[];
    noHinting?: boolean;
    noLayoutClosure?: boolean;
    dropTables?: readonly string[];
  }
  function subset(font: Uint8Array, characters: string, options?: Options): Promise<Uint8Array>;
  export = subset;
}
