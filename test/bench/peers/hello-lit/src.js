import { css, html, LitElement } from 'lit';

class HelloLit extends LitElement {
  static properties = { name: {} };
  static styles = css`:host { display: block }`;

  render() {
    return html`<p>Hello ${this.name}</p>`;
  }
}
customElements.define('hello-lit', HelloLit);
