/** React draws the place, Vue what stands in it, each fifty times a second with all its attributes anew. */
(() => {
  const place = document.querySelector('#place');
  const tags = [...place.children].map((tag) => ({ name: tag.localName, attributes: Object.fromEntries([...tag.attributes].map(({ name, value }) => [name, value])) }));
  place.replaceChildren();
  const { createElement, useEffect, useRef, useState, createRoot } = HostReact;

  const drawTags = (time) => tags.map(({ name, attributes }) => Vue.h(name, { ...attributes, class: time % 2 ? 'odd' : 'even', key: name }, [Vue.h('p', ['Информация: ', Vue.h('a', { href: 'tel:070010010' }, '0700 10 010')])]));

  function VueInReact({ time }) {
    const home = useRef(null);
    const shown = useRef(null);
    useEffect(() => {
      shown.current = Vue.reactive({ time: 0 });
      const app = Vue.createApp({ render: () => drawTags(shown.current.time) });
      app.mount(home.current);
      return () => app.unmount();
    }, []);
    useEffect(() => { shown.current.time = time; }, [time]);
    return createElement('div', { ref: home });
  }

  function Page() {
    const [time, setTime] = useState(0);
    useEffect(() => {
      const timer = setInterval(() => setTime((before) => before + 1), 20);
      return () => clearInterval(timer);
    }, []);
    return createElement(VueInReact, { time });
  }

  createRoot(place).render(createElement(Page));
})();
