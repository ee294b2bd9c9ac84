package dev.faultline.views.report.page;

import dev.faultline.views.graphics.Fonts;
import dev.faultline.views.graphics.Printable;
import dev.faultline.views.report.content.Block;
import dev.faultline.views.report.content.Cell;
import dev.faultline.views.report.content.Chapter;
import dev.faultline.views.report.content.ChapterList;
import dev.faultline.views.report.content.Picture;
import dev.faultline.views.report.content.ReportModel;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;

/// The report on paper.
public final class PdfForm extends BlockWriter {
    /// Type of the elements that stand for pictures.
    static final String PICTURE_TYPE = "image/x-faultline";
    /// Attribute that holds a picture's number.
    static final String PICTURE_NUMBER = "data-picture";

    private final Html root = Html.document(Printable::of);
    private final Html style;
    private final Html body;
    private final Html bookmarks;
    private final List<Picture> pictures = new ArrayList<>();

    private PdfForm(ReportModel model) {
        Html head = root.add("head");
        head.add("title").text(model.title());
        head.add("meta").with("name", "description").with("content", model.about());
        head.add("meta").with("name", "subject").with("content", model.about());
        style = head.add("style");
        bookmarks = head.add("bookmarks");
        body = root.add("body");
        body.add("div", "footer").text(model.title());
    }

    /// Writes a report as a PDF.
    public static void write(ReportModel model, Paper paper, OutputStream out) throws IOException {
        PdfFonts fonts = new PdfFonts();
        PdfForm form = new PdfForm(model);
        if (model.chapters().size() > 1) {
            form.chapters(model);
        }
        model.chapters().forEach(chapter -> form.chapter(chapter, model.chapters().size() > 1));
        PdfFile.write(form.finish(paper), form.pictures, fonts, out);
    }

    /// The first page of a report on several traces.
    private void chapters(ReportModel model) {
        Html start = body.add("div").with("id", "chapters");
        bookmark(bookmarks, model.name(), "chapters");
        blocks(start, ChapterList.of(model));
    }

    private void chapter(Chapter chapter, boolean several) {
        Html part = body.add("div", several ? "chapter" : "only");
        Html start = part.add("div").with("id", chapter.anchor());
        Html outline = several ? bookmark(bookmarks, chapter.name(), chapter.anchor()) : bookmarks;
        bookmark(outline, "Verdict", chapter.anchor());
        blocks(start, chapter.head());
        for (Block.Section section : chapter.sections()) {
            outline(bookmark(outline, section.title(), section.anchor()), section);
            section(part, section);
        }
    }

    private static void outline(Html above, Block.Section section) {
        for (Block block : section.blocks()) {
            if (block instanceof Block.Section part) {
                bookmark(above, part.title(), part.anchor());
            } else if (block instanceof Block.OfFinding finding) {
                bookmark(above, finding.finding().title(), finding.finding().anchor());
            }
        }
    }

    private static Html bookmark(Html above, String name, String anchor) {
        return above.add("bookmark").with("name", name).with("href", "#" + anchor);
    }

    /// The whole document, with its style sheet: only at the end it is known which typefaces the text needs, and parsing
    /// the large one takes its time.
    private Document finish(Paper paper) {
        Document document = root.ownerDocument();
        boolean plain = document.getDocumentElement().getTextContent().codePoints().allMatch(Fonts.SANS::has);
        style.raw(StyleSheet.ofPaper(paper, !plain));
        return document;
    }

    @Override
    void picture(Html parent, Picture picture) {
        parent.add("object").with("type", PICTURE_TYPE).with(PICTURE_NUMBER, Integer.toString(pictures.size()))
                .with("style", "width:" + picture.width() + "px;height:" + picture.height() + "px")
                .with("alt", picture.text()).with("title", picture.text());
        pictures.add(picture);
    }

    @Override
    void pair(Html parent, Block.Pair pair) {
        Html row = parent.add("table", "pair").add("tbody").add("tr");
        blocks(row.add("td", "left"), pair.left());
        blocks(row.add("td", "right"), pair.right());
    }

    /// The frames that matter one a line, those inside and outside of them in running text.
    @Override
    void stack(Html parent, Block.Stack stack) {
        Html part = parent.add("div", "keep");
        blocks(part, List.of(new Block.Heading(stack.title(), stack.note())));
        Html box = part.add("div", "stack");
        if (stack.frames().isEmpty()) {
            box.add("div", "frame").text("The trace has no stack here.");
        }
        for (Block.FrameLine frame : stack.frames().subList(stack.from(), stack.to())) {
            Html line = box.add("div", frame.own() ? "frame own" : "frame");
            line.add("span").text(frame.function());
            if (!frame.place().isEmpty()) {
                line.text(" ").add("span", "place").text(frame.place());
            }
        }
        run(box, "calls ", stack.frames().subList(0, stack.from()).reversed());
        run(box, "called by ", stack.frames().subList(stack.to(), stack.frames().size()));
    }

    private static void run(Html box, String lead, List<Block.FrameLine> frames) {
        if (!frames.isEmpty()) {
            Html line = box.add("div", "rest");
            line.text(lead);
            for (int i = 0; i < frames.size(); i++) {
                line.text((i == 0 ? "" : ", ") + frames.get(i).text());
            }
        }
    }

    @Override
    void page(Html cell, Cell page) {
        cell.add("a", "page").with("href", "#" + page.anchor()).with("title", page.text());
    }

    @Override
    boolean hasPages() {
        return true;
    }
}
