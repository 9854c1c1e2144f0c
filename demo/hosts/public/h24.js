/** Does what a browser's translator does: puts every text into elements of its own, and goes on doing so. */
(() => {
  const translate = (root) => {
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) translate(element.shadowRoot);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (text) =>
      text.data.trim() && !/^(FONT|SCRIPT|STYLE|OPTION|TITLE|TEXTAREA)$/.test(text.parentNode.nodeName) && !text.parentNode.closest?.('svg') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      const outer = document.createElement('font');
      const inner = outer.appendChild(document.createElement('font'));
      text.replaceWith(outer);
      inner.append(text.data);
    }
  };
  setInterval(() => translate(document.body), 100);
})();
