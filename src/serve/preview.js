// Added to pages by `diptych serve` and by nothing else: follows the desk, keeps the reader's place, shows what is wrong.
(() => {
  "use strict";
  const own = () => document.querySelector("script[data-diptych]");
  const { run } = own().dataset;
  let turn = Number(own().dataset.turn);
  let told = null;
  let hovered = null;
  let dismissed = "";
  let byItself = false;
  let shown = sameness(document);

  // ---- the page's place ----

  const blocks = (root = document) => [...root.querySelectorAll("[data-source]")];
  const file = (block) => block.dataset.source.replace(/:\d+$/, "");
  const line = (block) => Number(block.dataset.source.match(/\d+$/)[0]);
  const section = (block) => block.closest("section[id], .section")?.id ?? "";
  const nth = (block) => blocks(block.closest("section[id], .section") ?? document).filter((other) => file(other) === file(block)).indexOf(block);

  // The first block that is to be seen, and how far from the top it stands.
  function place() {
    if (scrollY < 1) return { y: 0 };
    const visible = (block) => block.getClientRects().length && block.getBoundingClientRect().bottom > 0;
    const tag = document.documentElement.lang;
    const all = blocks().filter(visible);
    const own = all.filter((other) => file(other).endsWith(`.${tag}.md`));
    // What is read is what begins on the screen, not the last line of what came before: elsewhere that may break into others.
    const begins = (other) => other.getBoundingClientRect().top >= 0 && other.getBoundingClientRect().top < innerHeight / 2;
    const block = own.find(begins) ?? own[0] ?? all[0];
    if (!block) return { y: scrollY };
    const { top } = block.getBoundingClientRect();
    const { source } = block.dataset;
    return { y: scrollY, top, source, file: file(block), section: section(block), nth: nth(block), text: block.textContent };
  }

  // `exact` where the sources are the same: lines have not moved.
  function go(to, exact) {
    if (!to) return;
    const all = blocks();
    const alike = all.filter((block) => file(block) === to.file && section(block) === to.section);
    const near = (one, other) => Math.abs(nth(one) - to.nth) - Math.abs(nth(other) - to.nth);
    const block = (exact && all.find((other) => other.dataset.source === to.source))
      || alike.filter((other) => other.textContent === to.text).sort(near)[0]
      || alike[Math.min(to.nth, alike.length - 1)]
      || (to.section && document.getElementById(to.section));
    const y = block ? scrollY + block.getBoundingClientRect().top - to.top : to.y;
    scrollTo({ top: y, behavior: "instant" });
  }

  // ---- a new turn ----

  // What a page shows, whatever the preview has added.
  function sameness(page) {
    const copy = page.documentElement.cloneNode(true);
    copy.querySelectorAll("script[data-diptych], diptych-preview").forEach((added) => added.remove());
    return copy.outerHTML;
  }

  async function follow(next) {
    if (next.run !== run || next.whole > turn) {
      sessionStorage.setItem("diptych-place", JSON.stringify({ path: location.pathname, place: place() }));
      location.reload();
      return;
    }
    turn = next.turn;
    const response = await fetch(location.pathname, { cache: "no-store" });
    if (!(response.headers.get("content-type") ?? "").startsWith("text/html")) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const added = page.querySelector("script[data-diptych]");
    // A later turn has come while this one was under way.
    if (!added || Number(added.dataset.turn) < turn) return;
    Object.assign(own().dataset, { turn: added.dataset.turn, next: added.dataset.next });
    own().toggleAttribute("data-draft", added.hasAttribute("data-draft"));
    const now = sameness(page);
    if (now !== shown) swap(page);
    shown = now;
    paint();
  }

  function swap(page) {
    const from = place();
    const opened = [...document.querySelectorAll("details")].map((details) => details.open);
    const focus = document.activeElement?.id;
    for (const { name } of [...document.documentElement.attributes]) document.documentElement.removeAttribute(name);
    for (const { name, value } of page.documentElement.attributes) document.documentElement.setAttribute(name, value);
    const wanted = new Set([...page.head.children].map((child) => child.outerHTML));
    const kept = new Set();
    for (const child of [...document.head.children]) {
      if (child.matches("script[data-diptych]") || wanted.has(child.outerHTML)) kept.add(child.outerHTML);
      else child.remove();
    }
    for (const child of [...page.head.children]) {
      if (!kept.has(child.outerHTML) && !child.matches("script[data-diptych]")) document.head.append(document.adoptNode(child));
    }
    document.body.replaceWith(document.adoptNode(page.body));
    const details = [...document.querySelectorAll("details")];
    if (details.length === opened.length) details.forEach((one, number) => (one.open = opened[number]));
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
    hovered = null;
    go(from, false);
  }

  const saved = JSON.parse(sessionStorage.getItem("diptych-place") ?? "null");
  sessionStorage.removeItem("diptych-place");
  if (saved && (saved.path === location.pathname || saved.exact)) {
    go(saved.place, saved.exact);
    // Fonts and figures may arrive later and move the text.
    addEventListener("load", () => go(saved.place, saved.exact), { once: true });
  }

  // ---- the overlay ----

  const host = document.createElement("diptych-preview");
  const shadow = host.attachShadow({ mode: "open" });
  const make = (name, properties = {}, children = []) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const style = make("style", { textContent: `
    :host { all: initial; }
    * { box-sizing: border-box; font: 14px/1.45 system-ui, sans-serif; }
    [hidden] { display: none !important; }
    .corner { position: fixed; inset-block-end: 12px; inset-inline-end: 12px; z-index: 2147483646; display: flex; gap: 8px; align-items: center; }
    .corner > * { background: #222; color: #fff; border: 1px solid #777; border-radius: 4px; padding: 4px 10px; }
    button { cursor: pointer; }
    button:focus-visible { outline: 3px solid #4c8dff; outline-offset: 2px; }
    .corner .wrong { background: #a30f1c; border-color: #fff; }
    .draft { background: #6b4d00 !important; }
    .panel { position: fixed; inset-inline: 12px; inset-block-end: 56px; max-block-size: 60vh; overflow: auto; z-index: 2147483647;
      background: #1b1b1d; color: #f4f4f4; border: 1px solid #777; border-radius: 6px; padding: 14px 18px; max-inline-size: 60rem; margin-inline-start: auto; }
    .panel header { display: flex; justify-content: space-between; gap: 1rem; margin-block-end: 8px; }
    .panel h2 { font-weight: 600; margin: 0; }
    ol { list-style: none; margin: 0; padding: 0; }
    li { border-block-start: 1px solid #555; padding-block: 10px; }
    p { margin: 0 0 4px; overflow-wrap: anywhere; }
    .error { color: #ff9a9a; font-weight: 600; } .warning { color: #ffd479; font-weight: 600; } .hint { color: #9ecbff; font-weight: 600; }
    pre { font-family: ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 4px; color: #ccc; }
    .panel button { background: none; color: #9ecbff; border: 0; padding: 0; text-decoration: underline; font-family: ui-monospace, monospace; overflow-wrap: anywhere; text-align: start; }
    .note { color: #ccc; }
    .pen { position: fixed; z-index: 2147483645; background: #222; color: #fff; border: 1px solid #777; border-radius: 4px; padding: 2px 8px; }
    @media print { :host { display: none; } }
  ` });
  const badge = make("button", { type: "button" });
  const draft = make("span", { className: "draft", hidden: true });
  const lost = make("span", { className: "wrong", hidden: true });
  const said = make("span", { hidden: true });
  const corner = make("div", { className: "corner" }, [said, lost, draft, badge]);
  corner.setAttribute("role", "status");
  const panel = make("section", { className: "panel", hidden: true, tabIndex: -1 });
  const pen = make("button", { type: "button", className: "pen", hidden: true, textContent: "✎", tabIndex: -1 });
  shadow.append(style, panel, corner, pen);
  document.documentElement.append(host);

  const problems = () => JSON.stringify([told.fault, told.diagnostics]);

  // Shows what the last turn said.
  function paint() {
    if (!told) return;
    host.dir = "ltr";
    draft.hidden = !own().hasAttribute("data-draft");
    draft.textContent = told.words.draft;
    const any = told.diagnostics.length > 0 || told.fault;
    badge.textContent = told.fault ? told.fault : any ? told.summary : told.words.fine;
    badge.className = told.errors > 0 ? "wrong" : "";
    badge.title = told.words.keys;
    pen.title = told.words.open;
    pen.setAttribute("aria-label", told.words.open);
    const close = make("button", { type: "button", textContent: told.words.close, onclick: () => show(false) });
    const head = make("header", {}, [make("h2", { textContent: told.fault ?? told.summary }), close]);
    panel.setAttribute("role", told.errors > 0 ? "alert" : "region");
    panel.setAttribute("aria-label", told.words.show);
    panel.replaceChildren(head, make("ol", {}, told.diagnostics.map(item)));
    if (told.errors > 0) panel.append(make("p", { className: "note", textContent: told.words.older }));
    panel.append(make("p", { className: "note", textContent: told.words.keys }));
    // Opened by itself for errors, it closes by itself when they are mended.
    if (!any || (byItself && told.errors === 0)) panel.hidden = true;
    else if (told.errors > 0 && panel.hidden && problems() !== dismissed) {
      panel.hidden = false;
      byItself = true;
    }
  }

  function item(found) {
    const { file, line, column } = found.place;
    const name = `${file}:${line}:${column}`;
    const where = found.editable
      ? make("button", { type: "button", textContent: name, title: told.words.open, onclick: () => open(file, line, column) })
      : make("code", { textContent: name });
    const word = make("span", { className: found.severity, textContent: `${found.word} [${found.code}]: ` });
    const lines = [make("p", {}, [word, found.message]), make("p", {}, [where])];
    if (found.text.trim()) lines.push(make("pre", { textContent: found.text }));
    lines.push(make("p", { className: "note", textContent: found.hint }));
    return make("li", {}, lines);
  }

  function show(visible) {
    panel.hidden = !visible;
    byItself = false;
    if (visible) panel.focus();
    else if (told) dismissed = problems();
  }
  badge.onclick = () => told && (told.diagnostics.length || told.fault) && show(panel.hidden);

  // ---- the editor ----

  async function open(file, line, column = 1) {
    const body = JSON.stringify({ file, line, column });
    const response = await fetch("/_diptych/open", { method: "POST", headers: { "content-type": "application/json" }, body });
    const opened = response.ok ? await response.json() : {};
    said.hidden = Boolean(opened.program);
    said.textContent = `${file}:${line} – ${told?.words["no-editor"] ?? ""}`;
    if (opened.address) location.href = opened.address;
  }

  document.addEventListener("mouseover", ({ target }) => {
    const block = target.closest?.("[data-source]");
    if (target === host) return;
    hovered = block;
    pen.hidden = !block;
    if (!block) return;
    const { top, right, left } = block.getBoundingClientRect();
    const far = getComputedStyle(block).direction === "rtl" ? left - 34 : right + 4;
    Object.assign(pen.style, { top: `${Math.max(4, top)}px`, left: `${Math.max(4, Math.min(far, innerWidth - 36))}px` });
  });
  addEventListener("scroll", () => { pen.hidden = true; }, { passive: true });
  pen.onclick = () => hovered && open(file(hovered), line(hovered));

  // The block pointed at, or else the first one on the screen, in the page's language or in another.
  function pointed(other) {
    const tag = `.${document.documentElement.lang}.md`;
    if (hovered?.isConnected && !other) return hovered;
    const seen = blocks().filter((block) => block.getClientRects().length && block.getBoundingClientRect().top >= -1);
    return seen.find((block) => file(block).endsWith(tag) !== other) ?? seen[0];
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    if (event.key === "Escape" && !panel.hidden) show(false);
    if (event.key === "p" && own().dataset.next) {
      const next = own().dataset.next;
      sessionStorage.setItem("diptych-place", JSON.stringify({ path: next, place: place(), exact: true }));
      location.href = next;
    }
    if (event.key === "e" || event.key === "E") {
      const block = pointed(event.key === "E");
      if (block) open(file(block), line(block));
    }
  });

  // ---- the desk ----

  // A page in the background holds no connection: browsers allow few, and editors open many pages.
  let events = null;
  function listen() {
    if (document.hidden) {
      events?.close();
      events = null;
      return;
    }
    if (events) return;
    events = new EventSource("/_diptych/turns");
    events.onopen = () => { lost.hidden = true; };
    events.onerror = () => {
      lost.hidden = false;
      lost.textContent = told?.words.lost ?? "…";
      // Some browsers give up for good.
      if (events?.readyState === EventSource.CLOSED) { events = null; setTimeout(listen, 1000); }
    };
    events.onmessage = ({ data }) => {
      told = JSON.parse(data);
      if (told.run !== run || told.turn !== turn) follow(told).catch(() => {});
      paint();
    };
  }
  document.addEventListener("visibilitychange", listen);
  listen();
})();
