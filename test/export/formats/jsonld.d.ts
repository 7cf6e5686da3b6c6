/** What our tests use of it; the package brings no types. */
declare module "jsonld" {
  interface Options {
    readonly documentLoader: (url: string) => Promise<{ readonly documentUrl: string; readonly document: object }>;
    readonly safe: boolean;
  }
  const jsonld: {
    expand(document: object, options: Options): Promise<object[]>;
    toRDF(document: object): Promise<object[]>;
  };
  export default jsonld;
}
