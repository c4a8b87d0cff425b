// A page's tree in one line, as the test of the crate writes it.
function tree(page) {
  const html = "http://www.w3.org/1999/xhtml";
  const parts = [];
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE || child.nodeType === Node.CDATA_SECTION_NODE) {
        parts.push(child.data);
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        const name = child.localName;
        const is_html = child.namespaceURI === html;
        const kind = is_html ? kinds[name] ?? "Inline" : foreign.includes(name) ? "Skipped" : "Inline";
        if (kind === "Skipped") continue;
        const spans = kind === "Cell" ? ` ${child.colSpan} ${child.rowSpan}` : "";
        if (kind !== "Inline") parts.push(`<${kind}${spans}>`);
        walk(child);
        if (kind !== "Inline") parts.push(`</${kind}>`);
      }
    }
  };
  walk(new DOMParser().parseFromString(page, "text/html"));
  return parts.join("");
}
