package dev.faultline.views.report.page;

import java.util.function.UnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// An element of the report's document. Text and attributes go into the DOM as they are, never through markup, so nothing
/// that a trace holds can become an element; what makes text legible is applied to all of it here, in one place.
final class Html {
    private final Element element;
    private final UnaryOperator<String> legible;

    private Html(Element element, UnaryOperator<String> legible) {
        this.element = element;
        this.legible = legible;
    }

    /// The root of a new document.
    ///
    /// @param legible makes texts fit for the form
    static Html document(UnaryOperator<String> legible) {
        try {
            Document document = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().newDocument();
            Element root = document.createElement("html");
            document.appendChild(root);
            return new Html(root, legible).with("lang", "en");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the XML library of this Java is unusable", e);
        }
    }

    Document ownerDocument() {
        return element.getOwnerDocument();
    }

    /// Adds a child and returns it.
    Html add(String tag) {
        Element child = ownerDocument().createElement(tag);
        element.appendChild(child);
        return new Html(child, legible);
    }

    /// Adds a child of this class and returns it.
    Html add(String tag, String cssClass) {
        return add(tag).with("class", cssClass);
    }

    /// Sets an attribute.
    Html with(String name, String value) {
        element.setAttribute(name, legible.apply(value));
        return this;
    }

    /// Appends text.
    Html text(String text) {
        element.appendChild(ownerDocument().createTextNode(legible.apply(text)));
        return this;
    }

    /// Appends text of the program itself that needs no care, such as a style sheet.
    Html raw(String text) {
        element.appendChild(ownerDocument().createTextNode(text));
        return this;
    }

    /// Sets an attribute of the program itself that needs no care, such as a path.
    Html rawWith(String name, String value) {
        element.setAttribute(name, value);
        return this;
    }
}
