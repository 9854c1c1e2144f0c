/**
 * ESLint rule: what `html`, `svg` and `css` templates must not say. Each ban has been seen to break a page:
 * a `style` attribute is blocked by a strict Content-Security-Policy; a link from data can be
 * `javascript:`; `rem` follows the host page's `html { font-size }`, not the reader.
 */
const messages = {
  style: 'A style attribute is blocked by a strict Content-Security-Policy: use a class, or element.style.setProperty().',
  url: 'A link from data goes through safeUrl().',
  html: 'HTML from data is code from data: bind text.',
  rem: 'rem follows the host page’s html font size: use em.',
};

/** `safeUrl(x)`, `safeUrl(x) ?? other` and `ifDefined(safeUrl(x))`. */
function isSafe(expression) {
  if (expression.type === 'LogicalExpression') return isSafe(expression.left);
  if (expression.type === 'CallExpression' && expression.callee.name === 'ifDefined') return isSafe(expression.arguments[0]);
  return expression.type === 'CallExpression' && expression.callee.name === 'safeUrl';
}

export const templates = {
  meta: { type: 'problem', schema: [], messages },
  create(context) {
    const report = (node, messageId) => context.report({ node, messageId });
    return {
      TaggedTemplateExpression({ tag, quasi }) {
        const texts = quasi.quasis.map(({ value }) => value.raw);
        if (tag.name === 'css') {
          const at = texts.findIndex((text) => /[\d.]rem\b/.test(text));
          if (at >= 0) report(quasi.quasis[at], 'rem');
        }
        if (tag.name !== 'html' && tag.name !== 'svg') return;
        texts.forEach((text, index) => {
          if (/[\s"']style\s*=/.test(text)) report(quasi.quasis[index], 'style');
          if (/\.(inner|outer)HTML\s*=/.test(text)) report(quasi.quasis[index], 'html');
          const expression = quasi.expressions[index];
          if (expression && /[\s"'.](href|src|srcset|action|formaction|xlink:href)=["']?\s*$/i.test(text) && !isSafe(expression)) report(expression, 'url');
        });
      },
    };
  },
};
