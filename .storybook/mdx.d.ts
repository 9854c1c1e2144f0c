/** Docs pages, which are components for the docs alone. */
declare module '*.mdx' {
  const page: () => unknown;
  export default page;
}
