/** The three steps as anybody would write them by hand. */

export interface Reserved {
  readonly file: File
  readonly s3ref: object
  readonly upload_url: string
}

export async function reserve(file: File, apiUrl: string): Promise<Reserved> {
  const link = await post(`${apiUrl}/v2/files/upload`, { filename: file.name, mime_type: file.type })
  return { file, ...(link as Omit<Reserved, 'file'>) } // this server answers nothing else
}

export function send({ file, upload_url }: Reserved): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', upload_url)
    request.setRequestHeader('Content-Type', file.type)
    request.onload = () =>
      request.status === 200 ? resolve() : reject(new Error(`PUT answered ${request.status}`))
    request.onerror = () => reject(new Error('PUT was not answered'))
    request.send(file)
  })
}

export async function save({ file, s3ref }: Reserved, apiUrl: string): Promise<void> {
  await post(`${apiUrl}/v2/files`, { s3ref, filename: file.name })
}

async function post(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { Authorization: 'Bearer token', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  return response.json()
}
