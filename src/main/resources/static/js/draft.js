// form[data-draft=NAME] keeps what was typed on this device until it is sent. Secrets and files are never kept.
const kept = (form) => [...form.elements].filter((it) => it.name && !it.name.startsWith("_") && !["hidden", "password", "file", "submit", "button"].includes(it.type));
const key = (form) => `draft:${form.dataset.draft}`;

document.querySelectorAll("form[data-draft]").forEach((form) => {
  const saved = JSON.parse(localStorage.getItem(key(form)) ?? "null");
  if (saved && !document.querySelector(".errors")) {
    kept(form).forEach((it) => {
      const values = saved[it.name] ?? [];
      if (it.type === "checkbox" || it.type === "radio") it.checked = it.checked || values.includes(it.value);
      else if (!it.value && values.length) it.value = values[0];
    });
  }
  form.addEventListener("input", () => {
    const now = {};
    kept(form).forEach((it) => {
      if ((it.type === "checkbox" || it.type === "radio") && !it.checked) return;
      (now[it.name] ??= []).push(it.value);
    });
    localStorage.setItem(key(form), JSON.stringify(now));
  });
  form.addEventListener("submit", () => localStorage.removeItem(key(form)));
});
