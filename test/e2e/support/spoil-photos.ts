/** Within the page: does to its photos what a failing memory card does, as many bytes as before and others. */
export async function spoilPhotos(): Promise<void> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
  for (const name of names.filter((one) => one.startsWith('xundian-'))) {
    const db = await settled(indexedDB.open(name));
    const photos = db.transaction('jpeg', 'readwrite').objectStore('jpeg');
    const rows: { jpeg: Blob }[] = await settled(photos.getAll());
    for (const row of rows) {
      const jpeg = new Blob([new Uint8Array(row.jpeg.size).fill(7)], { type: 'image/jpeg' });
      const again = db.transaction('jpeg', 'readwrite').objectStore('jpeg');
      await settled(again.put({ ...row, jpeg }));
    }
    db.close();
  }
}
