import type { Upload } from '../../src/index.js'
import { FileList } from '../../src/index.js'

/** A row with everything an upload can say and everything that can be done to it. */
export function UploadRow({ upload }: { readonly upload: Upload }) {
  return (
    <FileList.Item upload={upload}>
      <FileList.Thumb />
      <FileList.Main>
        <FileList.Title>
          <FileList.Name />
        </FileList.Title>
        <FileList.Meta>
          <FileList.Status />
          <FileList.Size className="ef-minor" />
        </FileList.Meta>
      </FileList.Main>
      <FileList.Actions>
        <FileList.RetryButton />
        <FileList.PauseButton />
        <FileList.DownloadButton />
        <FileList.CancelButton />
        <FileList.RemoveButton />
      </FileList.Actions>
      <FileList.Progress />
    </FileList.Item>
  )
}
