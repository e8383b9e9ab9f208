/** As much of jsonld as the tests use; it comes without types. */
declare module 'jsonld' {
  type Documents = object | object[]
  const jsonld: {
    expand(document: Documents): Promise<object[]>
    flatten(document: Documents): Promise<object[]>
  }
  export default jsonld
}
