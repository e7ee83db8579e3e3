// Lists every mail of an edition, with links to both of its forms.
const edition = document.getElementById('edition');
const kinds = document.getElementById('kinds');

function link(kind, format) {
  const a = document.createElement('a');
  const query = new URLSearchParams({ format });
  if (edition.value) {
    query.set('edition', edition.value);
  }
  a.href = `/_local/previews/${kind}?${query}`;
  a.textContent = format;
  return a;
}

async function show() {
  const query = edition.value ? `?edition=${edition.value}` : '';
  const answer = await fetch(`/_local/previews${query}`);
  const found = answer.ok ? (await answer.json()).kinds : [];
  kinds.replaceChildren(
    ...found.map((kind) => {
      const item = document.createElement('li');
      item.append(`${kind.replaceAll('_', ' ')} `, link(kind, 'html'), ' ', link(kind, 'text'));
      return item;
    }),
  );
}

edition.addEventListener('change', show);
show();
