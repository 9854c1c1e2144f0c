declare module 'lucide/dist/esm/icons/*.mjs' {
  const icon: [shape: string, attributes: Record<string, string | number>][];
  export default icon;
}
