/** The button that copies the citation; without a script the words can be marked and copied by hand. */
for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
  const field = document.getElementById(button.dataset["copy"] ?? "");
  const told = document.querySelector<HTMLElement>("[data-copied]");
  if (!(field instanceof HTMLTextAreaElement)) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      if (told) told.textContent = "Copied.";
    } catch {
      field.select();
      if (told) told.textContent = "The browser does not let it be copied: the words are marked, copy them by hand.";
    }
  });
}
