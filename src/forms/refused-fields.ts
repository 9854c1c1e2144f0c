/** Which fields of a form the API's answer is about, so that its words stand where they can be put right. */
interface Problem {
  readonly code: string;
  readonly errors: readonly { readonly pointer: string }[];
}

export const refusedFields = <Name extends string>(problem: Problem | null | undefined, names: readonly Name[]): Name[] =>
  names.filter((name) => problem?.code === 'invalid' && problem.errors.some(({ pointer }) => pointer === `/${name}`));
