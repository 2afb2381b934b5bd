// The register's list, chosen from at once. Without this script the page is complete: its lists lead to the same choices.
(() => {
  const form = document.querySelector("[data-filter]");
  if (!form) return;
  const parts = [...document.querySelectorAll(".listed")];
  // A reader who types "avila" looks for Ávila.
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const rows = parts.flatMap((part) => [...part.querySelectorAll(".roll > li")].map((row) => ({
    row, part, name: fold(row.querySelector(".institution").textContent), editions: row.dataset.editions.split(" "),
  })));
  const fields = [...form.elements].filter((field) => field.name);
  const value = (name) => form.elements[name].value;

  const show = () => {
    const name = fold(value("name").trim());
    const fits = ({ row, ...own }) => own.name.includes(name) && (!value("edition") || own.editions.includes(value("edition")))
      && (!value("country") || row.dataset.country === value("country")) && (!value("type") || row.dataset.type === value("type"));
    let counted = 0;
    const shown = new Set();
    for (const entry of rows) {
      const fit = fits(entry);
      entry.row.hidden = !fit;
      if (fit) shown.add(entry.part);
      // What has ended and what is made up is counted nowhere.
      if (fit && entry.part.querySelector("#_active")) counted++;
    }
    for (const part of parts) part.hidden = !shown.has(part);
    const status = form.querySelector("[role=status]");
    const number = counted.toLocaleString(document.documentElement.lang);
    if (!shown.size) status.textContent = status.dataset.none;
    else status.textContent = document.querySelector("#_active") ? status.dataset.shown.replace("#", number) : "";
  };
  // A choice is an address that can be sent to somebody.
  const remember = () => {
    const address = new URL(location);
    for (const field of fields) {
      if (field.value) address.searchParams.set(field.name, field.value);
      else address.searchParams.delete(field.name);
    }
    history.replaceState(null, "", address);
  };

  const asked = new URLSearchParams(location.search);
  for (const field of fields) if (asked.has(field.name)) field.value = asked.get(field.name);
  form.addEventListener("input", () => { show(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  show();
})();
