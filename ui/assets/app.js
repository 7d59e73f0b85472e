// A citation opens its passage in a dialogue, with the quoted words in view; without this script the
// same link opens the same passage in a new tab. And the chat shows the question just asked.
(() => {
  "use strict";

  const dialogue = document.createElement("dialog");
  const close = document.createElement("button");
  const holder = document.createElement("div");
  dialogue.id = "passage-dialogue";
  close.type = "button";
  close.className = "close";
  close.textContent = "Close";
  close.addEventListener("click", () => dialogue.close());
  holder.className = "passage";
  dialogue.append(close, holder);
  dialogue.addEventListener("click", (event) => {
    if (event.target === dialogue) dialogue.close();
  });

  async function open(link) {
    const response = await fetch(link.href);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    holder.replaceChildren(...(page.querySelector("main") ?? page.body).children);
    if (!dialogue.isConnected) document.body.append(dialogue);
    dialogue.setAttribute("aria-label", holder.querySelector("h1")?.textContent ?? "The passage cited");
    dialogue.showModal();
    holder.scrollTop = 0;
    dialogue.querySelector("mark")?.scrollIntoView({ block: "center" });
  }

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest("a[href]");
    if (!link || link.origin !== location.origin || !link.pathname.endsWith("/passage")) return;
    event.preventDefault();
    open(link).catch(() => window.open(link.href, "_blank", "noopener"));
  });

  // Gradio labels each message with its source, tags and all, for screen readers: name it instead.
  // Its own scrolling goes to the foot of an answer; people begin at the top.
  let asked = 0;
  new MutationObserver(() => {
    for (const [who, name] of [["user", "Question"], ["bot", "Answer"]]) {
      for (const message of document.querySelectorAll(`#chat [data-testid="${who}"][aria-label*="message:"]`)) {
        message.setAttribute("aria-label", name);
        message.setAttribute("role", "group");
      }
    }
    const questions = document.querySelectorAll('#chat [data-testid="user"]');
    if (questions.length > asked) {
      const latest = questions[questions.length - 1].closest(".message-row") ?? questions[questions.length - 1];
      setTimeout(() => latest.scrollIntoView({ block: "start" }), 100); // once its answer stands below it
    }
    asked = questions.length;
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label"] });
})();
