export function patchLeaflet(code: string, path: string): string;
export function leafletTrusted(): { name: string; transform(code: string, id: string): { code: string; map: null } | null };
export function leafletTrustedEsbuild(): import('esbuild').Plugin;
