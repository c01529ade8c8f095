// What could be meant while typing: input[data-suggest=ADDRESS]. Without it the form just searches.
document.querySelectorAll("input[data-suggest]").forEach((input, number) => {
  const list = document.createElement("ul");
  list.id = `suggestions-${number}`;
  list.className = "suggestions";
  list.hidden = true;
  list.role = "listbox";
  input.closest("form").append(list);
  Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" })
    .forEach(([name, value]) => input.setAttribute(name, value));
  let timer, asked = "", chosen = -1;

  const show = (open) => { list.hidden = !open; input.setAttribute("aria-expanded", open); if (!open) choose(-1); };
  const choose = (index) => {
    chosen = index;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", at === index));
    input.setAttribute("aria-activedescendant", index < 0 ? "" : list.children[index].id);
  };
  const ask = async () => {
    asked = input.value.trim();
    const found = asked ? await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(asked)}`).then((it) => it.ok ? it.json() : [], () => []) : [];
    if (asked !== input.value.trim()) return;
    list.replaceChildren(...found.map(({ text, label, kind, address }, at) => {
      const item = Object.assign(document.createElement("li"), { id: `${list.id}-${at}`, role: "option" });
      const tag = Object.assign(document.createElement("span"), { className: "tag", textContent: label });
      tag.dataset.kind = kind;
      item.append(Object.assign(document.createElement("span"), { textContent: text }), tag);
      item.addEventListener("mousedown", () => location.assign(address));
      item.go = () => location.assign(address);
      return item;
    }));
    show(found.length > 0 && document.activeElement === input);
  };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  input.addEventListener("blur", () => show(false));
  input.addEventListener("keydown", (event) => {
    const count = list.children.length, step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && count && !list.hidden) { event.preventDefault(); choose(((chosen + step + 1 + count + 1) % (count + 1)) - 1); }
    if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); list.children[chosen].go(); }
    if (event.key === "Escape" && !list.hidden) { event.preventDefault(); show(false); }
  });
});
