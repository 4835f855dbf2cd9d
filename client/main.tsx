import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { applyTextSize, chosenTextSize } from './ui/textSize.ts'

applyTextSize(chosenTextSize())
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
