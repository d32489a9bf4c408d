import { pageOf, Problem, problemOf, type Direction, type Translation } from '../api';

export interface Request {
  media: File;
  prior: Blob | null;
  priorName: string;
  direction: Direction;
  seed: string;
}

export interface Sending {
  done: Promise<{ translation: Translation; page: string }>;
  cancel(): void;
}

/** Sends a request and tells the share that has left this machine; XMLHttpRequest, because fetch cannot tell it. */
export function send(request: Request, progress: (share: number) => void): Sending {
  const form = new FormData();
  form.append('direction', request.direction);
  if (request.seed !== '') form.append('seed', request.seed);
  if (request.prior) form.append('prior', request.prior, request.priorName);
  form.append('media', request.media, request.media.name);
  const xhr = new XMLHttpRequest();
  const done = new Promise<{ translation: Translation; page: string }>((resolve, reject) => {
    xhr.open('POST', '/api/translations');
    xhr.setRequestHeader('Accept', 'application/json');
    xhr.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) progress(event.loaded / event.total);
    });
    xhr.addEventListener('load', () => {
      if (xhr.status === 202 || xhr.status === 200) {
        const translation = JSON.parse(xhr.responseText) as Translation;
        resolve({ translation, page: pageOf(translation) });
      } else {
        reject(problemOf(xhr.status, xhr.responseText, xhr.getResponseHeader('Retry-After')));
      }
    });
    xhr.addEventListener('error', () => reject(new Error('the connection failed')));
    xhr.addEventListener('abort', () =>
      reject(new Problem({ title: 'Sending was stopped', detail: 'Nothing was translated. Your choices are still here.' })),
    );
    xhr.send(form);
  });
  return { done, cancel: () => xhr.abort() };
}
