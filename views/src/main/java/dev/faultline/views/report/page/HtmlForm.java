package dev.faultline.views.report.page;

import dev.faultline.views.graphics.Printable;
import dev.faultline.views.paint.Role;
import dev.faultline.views.report.content.Block;
import dev.faultline.views.report.content.Cell;
import dev.faultline.views.report.content.Chapter;
import dev.faultline.views.report.content.ChapterList;
import dev.faultline.views.report.content.Picture;
import dev.faultline.views.report.content.ReportModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The report as one file of HTML that needs nothing else. Its policy forbids every request and all scripts but its own
/// one, which sorts tables.
public final class HtmlForm extends BlockWriter {
    private final Html root = Html.document(Printable::anyLetter);
    private final Set<Role> roles = EnumSet.noneOf(Role.class);
    private int pictures;

    private HtmlForm() {
    }

    /// Writes a report as HTML.
    public static void write(ReportModel model, OutputStream out) throws IOException {
        out.write(new HtmlForm().text(model).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private String text(ReportModel model) {
        Html head = root.add("head");
        head.add("meta").with("charset", "utf-8");
        Html policy = head.add("meta").with("http-equiv", "Content-Security-Policy");
        head.add("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1");
        head.add("meta").with("name", "color-scheme").with("content", "light dark");
        head.add("meta").with("name", "description").with("content", model.about());
        head.add("meta").with("name", "generator").with("content", "Faultline");
        head.add("title").text(model.title());
        Html style = head.add("style");
        Html outer = root.add("body");
        Html body = outer.add("div", "page");
        boolean several = model.chapters().size() > 1;
        if (several) {
            blocks(body.add("div").with("id", "chapters"), ChapterList.of(model));
        }
        for (Chapter chapter : model.chapters()) {
            Html part = body.add("div", "chapter");
            blocks(part.add("div").with("id", chapter.anchor()), chapter.head());
            chapter.sections().forEach(section -> section(part, section));
        }
        String css = StyleSheet.ofScreen(roles);
        String script = StyleSheet.resource("html.js");
        style.raw(css);
        outer.add("script").raw(script);
        policy.rawWith("content", "default-src 'none'; style-src 'sha256-" + hash(css) + "'; script-src 'sha256-"
                + hash(script) + "'; base-uri 'none'; form-action 'none'");
        return HtmlText.of(root.ownerDocument());
    }

    private static String hash(String text) {
        try {
            return Base64.getEncoder().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java lacks SHA-256", e);
        }
    }

    @Override
    void picture(Html parent, Picture picture) {
        int number = ++pictures;
        Html svg = parent.add("svg").rawWith("class", picture.width() > Picture.PAGE_WIDTH / 2 ? "wide" : "narrow")
                .rawWith("viewBox",
                        "0 0 " + SvgSurface.number(picture.width()) + " " + SvgSurface.number(picture.height()))
                .rawWith("width", SvgSurface.number(picture.width()))
                .rawWith("height", SvgSurface.number(picture.height()))
                .rawWith("role", "img").with("aria-label", picture.text());
        switch (picture.art()) {
            case Picture.Art.Drawing drawing -> {
                SvgSurface surface = new SvgSurface(svg, roles);
                drawing.painted().on(surface);
                surface.flush();
            }
            case Picture.Art.Chart chart -> ChartSvg.add(svg, chart.chart(), picture, number, roles);
        }
    }

    @Override
    void pair(Html parent, Block.Pair pair) {
        Html row = parent.add("div", "pair");
        blocks(row.add("div"), pair.left());
        blocks(row.add("div"), pair.right());
    }

    /// The frame that matters most, which unfolds into the whole stack.
    @Override
    void stack(Html parent, Block.Stack stack) {
        List<Block.FrameLine> frames = stack.frames();
        if (frames.isEmpty()) {
            parent.add("p", "dim").text(stack.title() + ": the trace has no stack here.");
            return;
        }
        Html part = parent.add("details", "stack");
        Html head = part.add("summary");
        head.add("span", "label").text(stack.title());
        head.text(" ").add("code").text(frames.get(Math.min(stack.from(), frames.size() - 1)).text());
        if (!stack.note().isEmpty()) {
            head.text(" ").add("span", "note").text(stack.note());
        }
        Html list = part.add("ol");
        for (Block.FrameLine frame : frames) {
            Html line = list.add("li", frame.own() ? "own" : "library");
            line.add("code").text(frame.function());
            if (!frame.place().isEmpty()) {
                line.text(" ").add("span", "place").text(frame.place());
            }
        }
    }

    @Override
    void page(Html cell, Cell page) {
        throw new IllegalStateException("there are no pages");
    }

    @Override
    boolean hasPages() {
        return false;
    }
}
