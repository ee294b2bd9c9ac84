package dev.faultline.views.report;

import dev.faultline.views.graphics.Fonts;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;

/// The report's document while it is written: body, pictures and bookmarks.
final class ReportDocument {
    /// Room between the margins, px (A4 is 793.7 px wide, its margins 60.5 px each; see `report.css`).
    static final double WIDTH = 672;

    /// Type of the elements that stand for pictures.
    static final String PICTURE_TYPE = "image/x-faultline";
    /// Attribute that holds a picture's number.
    static final String PICTURE_NUMBER = "data-picture";

    private final Html root = Html.document();
    private final Html style;
    private final Html body;
    private final Html bookmarks;
    private final List<Picture> pictures = new ArrayList<>();

    /// @param title of the document
    /// @param about one sentence for the document's properties
    ReportDocument(String title, String about) {
        Html head = root.add("head");
        head.add("title").text(title);
        head.add("meta").with("name", "description").with("content", about);
        head.add("meta").with("name", "subject").with("content", about);
        style = head.add("style");
        bookmarks = head.add("bookmarks");
        body = root.add("body");
    }

    Html body() {
        return body;
    }

    /// The whole document, with its style sheet. Call it once, at the end: only then is it known which typefaces the
    /// text needs, and parsing the large one takes its time.
    Document finish() {
        Document document = root.ownerDocument();
        boolean plain = document.getDocumentElement().getTextContent().codePoints().allMatch(Fonts.SANS::has);
        style.raw(plain ? StyleSheet.plain() : StyleSheet.withFallback());
        return document;
    }

    List<Picture> pictures() {
        return pictures;
    }

    /// Adds an entry to the outline and returns it, for entries below it.
    Html bookmark(String name, String anchor) {
        return bookmark(bookmarks, name, anchor);
    }

    /// Adds an entry below another one.
    Html bookmark(Html above, String name, String anchor) {
        return above.add("bookmark").with("name", name).with("href", "#" + anchor);
    }

    /// Puts a picture at the end of an element.
    void picture(Html parent, Picture picture) {
        parent.add("object").with("type", PICTURE_TYPE).with(PICTURE_NUMBER, Integer.toString(pictures.size()))
                .with("style", "width:" + picture.width() + "px;height:" + picture.height() + "px")
                .with("alt", picture.text()).with("title", picture.text());
        pictures.add(picture);
    }

    /// A heading with a dim note at the right end of its line.
    static void heading(Html parent, String text, String note) {
        Html line = parent.add("div", "heading");
        if (!note.isEmpty()) {
            line.add("span", "note").text(note);
        }
        line.add("h3").text(text);
    }
}
