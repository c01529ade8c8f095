// A menu closes by Escape and by a click elsewhere.
const open = () => document.querySelectorAll("details.menu[open]");
document.addEventListener("click", (event) => open().forEach((it) => { if (!it.contains(event.target)) it.open = false; }));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  open().forEach((it) => { it.open = false; it.querySelector("summary").focus(); });
});
