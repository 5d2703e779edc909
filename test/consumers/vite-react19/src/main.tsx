import { StrictMode, version } from 'react'
import { createRoot } from 'react-dom/client'
import { AttachToEntity, FileUpload } from 'react-epilot-files'
import 'react-epilot-files/styles.css'
import { Providers } from './shared/providers.js'

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <main>
      <h1>React {version}</h1>
      <Providers>
        <FileUpload label="Meter photos" rules={{ content: 'warn' }} />
        <AttachToEntity entity={{ slug: 'opportunity', id: 'one' }} />
      </Providers>
    </main>
  </StrictMode>,
)
