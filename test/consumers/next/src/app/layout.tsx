import type { ReactNode } from 'react'
import 'react-epilot-files/styles.css'

export const metadata = { title: 'Files', icons: 'data:,' }

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
