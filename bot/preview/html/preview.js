// Times are shown in the person's own zone, which only the browser knows.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
for (const field of document.querySelectorAll("input[name=timezone]")) field.value = zone;

// One place is open at a time: say so when this one has been closed, instead of leaving a dead page.
const visit = document.body.dataset.visit;
if (visit) {
  const gone = document.getElementById("gone");
  const frame = document.querySelector("iframe");
  const say = (text) => {
    if (gone.textContent !== text) gone.textContent = text;
    gone.hidden = !text;
    frame.hidden = Boolean(text);
  };
  const look = async () => {
    try {
      const now = await (await fetch("/now", { cache: "no-store" })).json();
      say(now.visit === visit ? "" : "This place was closed, perhaps because another tab opened one. Choose a place above to go on; what you did is still there.");
    } catch {
      say("The preview has been stopped. Start it again in the terminal, and open the address that it prints.");
    }
  };
  setInterval(look, 2000);
  look();
}
