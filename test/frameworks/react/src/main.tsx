import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { configure } from '@cez/widgets';
import { App } from './app.js';

configure({ api: new URLSearchParams(location.search).get('api')! });
createRoot(document.getElementById('app')!).render(<StrictMode><App /></StrictMode>);
