// What is wrong with the page that is open, as a list of sentences.
(async () => {
  const wrong = [];
  const frame = () => new Promise((done) => requestAnimationFrame(() => done()));

  // Ids and links
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of ids.filter((id, at) => ids.indexOf(id) !== at)) wrong.push(`the id ${id} is there twice`);
  for (const element of document.querySelectorAll("[aria-describedby], [aria-labelledby], [headers]")) {
    for (const name of ["aria-describedby", "aria-labelledby", "headers"]) {
      for (const id of (element.getAttribute(name) ?? "").split(" ").filter(Boolean)) {
        if (!document.getElementById(id)) wrong.push(`${name} names ${id}, which is not there`);
      }
    }
  }
  const targets = new Set([...document.querySelectorAll("a")].map((link) => link.getAttribute("href")));
  const sees = (box, frame) =>
    box.bottom > frame.top && box.top < frame.bottom && box.right > frame.left + 1 && box.left < frame.right - 1;
  for (const href of targets) {
    if (!href?.startsWith("#")) { wrong.push(`a link leaves the page: ${href}`); continue; }
    location.hash = href;
    await frame();
    const target = document.querySelector(":target");
    if (!target || "#" + target.id !== href) { wrong.push(`${href} leads nowhere`); continue; }
    const box = target.getBoundingClientRect();
    const window_ = { top: 0, left: 0, bottom: innerHeight, right: innerWidth };
    const scroll = target.closest(".scroll")?.getBoundingClientRect() ?? window_;
    if (!box.width || !sees(box, window_) || !sees(box, scroll)) wrong.push(`${href} is not to be seen`);
    const marked = getComputedStyle(target).outlineStyle !== "none";
    if (!marked && target.localName !== "h2") wrong.push(`${href} is not marked when one comes to it`);
  }

  // Findings and their cells
  for (const finding of document.querySelectorAll("article.finding")) {
    const ends = [...finding.querySelectorAll("a")].map((link) => link.hash.slice(1));
    const back = (id) => {
      const end = document.getElementById(id);
      return end?.hash === "#" + finding.id || end?.querySelector(`a[href="#${finding.id}"]`);
    };
    if (ends.length && !ends.some(back)) wrong.push(`nothing leads back to ${finding.id}`);
  }

  // Contrast of all text, by WCAG
  history.replaceState(null, "", location.pathname);
  location.hash = "#none";
  const numbers = (color) => color.match(/[\d.]+/g).map(Number);
  const light = (color) => {
    const [r, g, b] = numbers(color).map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const background = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if ((numbers(color)[3] ?? 1) === 1) return color;
    }
    return getComputedStyle(document.body).colorScheme === "dark" ? "rgb(18, 18, 18)" : "rgb(255, 255, 255)";
  };
  const seen = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.getClientRects().length) continue;
    const [ink, paper] = [getComputedStyle(element).color, background(element)];
    const [low, high] = [light(ink), light(paper)].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    const what = `${element.localName}.${element.className}: ${ink} on ${paper} is only ${ratio.toFixed(2)}`;
    if (ratio < 4.5 && !seen.has(what)) { seen.add(what); wrong.push(what); }
  }

  if (document.documentElement.scrollWidth > innerWidth) {
    wrong.push(`the page is ${document.documentElement.scrollWidth} wide in a window of ${innerWidth}`);
  }
  return wrong;
})();
