/** Both ways into React: the finder as a bare tag, the card and the form as components. */
import { useState } from 'react';
import '@cez/widgets/center-finder/define';
import type {} from '@cez/widgets/jsx';
import { BalanceChecker, HoursCard } from '@cez/widgets/react';
import { ownCenter } from './own-center.js';

export function App() {
  const [count, setCount] = useState(0);
  const [shown, setShown] = useState(true);
  const [lang, setLang] = useState('bg');
  const [chosen, setChosen] = useState<string | null>(null);
  const [own, setOwn] = useState(false);
  const [heard, setHeard] = useState<string[]>([]);
  const hear = (word: string) => setHeard((before) => [...before, word]);
  return (
    <main>
      <button id="count" onClick={() => setCount(count + 1)}>{count}</button>
      <button id="show" onClick={() => setShown(!shown)}>{String(shown)}</button>
      <button id="lang" onClick={() => setLang(lang === 'bg' ? 'en' : 'bg')}>{lang}</button>
      <button id="own" onClick={() => setOwn(true)}>own data</button>
      <p id="chosen">{chosen}</p>
      <p id="heard">{heard.join()}</p>
      {shown && (
        <cez-center-finder
          lang={lang}
          map="none"
          heading-level={3}
          no-url
          oncez-center-select={({ detail }) => {
            setChosen(detail.centerId);
            hear('select');
          }}
        />
      )}
      {(own || chosen) && <HoursCard lang={lang} centerId={chosen} center={own ? ownCenter : null} compact={count % 2 === 1} onCezReady={() => hear('ready')} />}
      <BalanceChecker
        lang={lang}
        onCezSubmit={(event) => {
          event.preventDefault();
          hear('submit');
        }}
      />
    </main>
  );
}
