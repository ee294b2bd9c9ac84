package dev.faultline.views.report.page;

import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/// Writes a document as HTML5.
final class HtmlText {
    private static final Set<String> VOID = Set.of("meta", "br");
    /// What holds text that no reader of HTML looks into.
    private static final Set<String> RAW = Set.of("style", "script");
    /// Behind their end tags a line may end without changing what is shown.
    private static final Set<String> LINES = Set.of("div", "p", "tr", "table", "section", "head", "title", "style",
            "script", "meta", "h1", "h2", "h3", "h4", "details", "summary", "svg", "ol", "li");

    private final StringBuilder out = new StringBuilder(1 << 16);

    private HtmlText() {
    }

    static String of(Document document) {
        HtmlText text = new HtmlText();
        text.out.append("<!DOCTYPE html>\n");
        text.element(document.getDocumentElement());
        return text.out.append('\n').toString();
    }

    private void element(Element element) {
        String tag = element.getTagName();
        out.append('<').append(tag);
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            out.append(' ').append(attribute.getNodeName()).append("=\"");
            escape(attribute.getNodeValue());
            out.append('"');
        }
        out.append('>');
        if (VOID.contains(tag)) {
            out.append('\n');
            return;
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                element(inner);
            } else if (RAW.contains(tag)) {
                out.append(child.getNodeValue());
            } else {
                escape(child.getNodeValue());
            }
        }
        out.append("</").append(tag).append('>');
        if (LINES.contains(tag)) {
            out.append('\n');
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }
}
