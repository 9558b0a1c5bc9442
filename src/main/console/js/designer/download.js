// Gives a text to the user as a file.

export function download(name, text) {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/xml' }));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
