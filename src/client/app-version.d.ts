/** Version of package.json and a short hash of the sources, put in by the build. */
declare const __APP_VERSION__: string;
