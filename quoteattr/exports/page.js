"use strict";
(() => {
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  let pinned = null;

  const show = (number) => {
    for (const element of all(".on")) element.classList.remove("on");
    if (number === null) return;
    for (const element of all(`[data-a="${number}"]`)) element.classList.add("on");
    document.getElementById(`card-${number}`).classList.add("on");
  };

  const place = (event) => event.target.closest(".q");
  const text = document.querySelector("article");
  text.addEventListener("mouseover", (event) => { const q = place(event); if (q) show(q.dataset.a); });
  text.addEventListener("mouseout", (event) => { if (place(event)) show(pinned); });
  text.addEventListener("focusin", (event) => { const q = place(event); if (q) show(pinned = q.dataset.a); });
  text.addEventListener("click", (event) => {
    const q = place(event);
    show(pinned = q ? q.dataset.a : null);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { show(pinned = null); choose(null); }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (!document.activeElement || !document.activeElement.classList.contains("q")) return;
    const stops = all('.q[tabindex="0"]');
    const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (next) { next.focus(); event.preventDefault(); }
  });

  const choose = (button) => {
    const chosen = button !== null && button.getAttribute("aria-pressed") !== "true" ? button : null;
    for (const other of all(".who")) other.setAttribute("aria-pressed", String(other === chosen));
    for (const q of all(".q")) q.classList.toggle("kept", chosen !== null && q.dataset.s.split(" ").includes(chosen.dataset.s));
    text.classList.toggle("faded", chosen !== null);
    if (chosen) { const first = document.querySelector(".q.kept"); if (first) first.scrollIntoView({ block: "center" }); }
  };
  for (const button of all(".who")) button.addEventListener("click", () => choose(button));
})();
