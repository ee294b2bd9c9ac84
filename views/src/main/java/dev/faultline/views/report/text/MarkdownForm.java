package dev.faultline.views.report.text;

import dev.faultline.views.report.content.Block;
import dev.faultline.views.report.content.Cell;
import dev.faultline.views.report.content.Chapter;
import dev.faultline.views.report.content.ChapterList;
import dev.faultline.views.report.content.Inline;
import dev.faultline.views.report.content.ReportModel;
import dev.faultline.views.report.content.ReportedFinding;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// The report as Markdown of the kind that code hosts show in issues. Stacks and the appendix unfold; pictures are left
/// out, the main figures of charts stay.
public final class MarkdownForm {
    private final StringBuilder out = new StringBuilder(1 << 14);

    private MarkdownForm() {
    }

    /// Writes a report as Markdown.
    public static void write(ReportModel model, OutputStream stream) throws IOException {
        MarkdownForm form = new MarkdownForm();
        if (model.chapters().size() > 1) {
            form.blocks(ChapterList.of(model));
        }
        for (Chapter chapter : model.chapters()) {
            form.blocks(chapter.head());
            chapter.sections().forEach(form::block);
        }
        stream.write(form.out.toString().getBytes(StandardCharsets.UTF_8));
        stream.flush();
    }

    private void blocks(List<? extends Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            boolean pictured = i + 1 < blocks.size() && blocks.get(i + 1) instanceof Block.Illustration;
            if (!(pictured && blocks.get(i) instanceof Block.Heading)) {
                block(blocks.get(i));
            }
        }
    }

    private void block(Block block) {
        switch (block) {
            case Block.Section section -> section(section);
            case Block.Title title -> {
                paragraph("# " + MarkdownText.inline(title.name()));
                paragraph(MarkdownText.start(String.join(" · ", title.facts())));
            }
            case Block.Verdict verdict -> paragraph(quoted(verdict));
            case Block.Heading heading -> paragraph("**" + MarkdownText.inline(heading.text()) + "**"
                    + (heading.note().isEmpty() ? "" : " (" + MarkdownText.inline(heading.note()) + ")"));
            case Block.Paragraph paragraph -> paragraph(MarkdownText.start(paragraph.pieces().stream()
                    .map(Inline::text).collect(Collectors.joining())));
            case Block.Table table -> table(table);
            case Block.Values values -> values(values);
            case Block.Pair pair -> {
                blocks(pair.left());
                blocks(pair.right());
            }
            case Block.Stack stack -> stack(stack);
            case Block.OfFinding finding -> finding(finding);
            case Block.Illustration picture -> chart(picture);
            case Block.Contents _ -> {
                // code hosts make a table of contents of the headings
            }
        }
    }

    private void section(Block.Section section) {
        switch (section.kind()) {
            case MAIN, KEPT -> {
                paragraph("## " + MarkdownText.inline(section.title()));
                blocks(section.blocks());
            }
            case APPENDIX -> {
                paragraph("<details><summary>" + MarkdownText.element(section.title()) + "</summary>");
                blocks(section.blocks());
                paragraph("</details>");
            }
            case PART, PAGE -> {
                paragraph("### " + MarkdownText.inline(section.title()));
                blocks(section.blocks());
            }
        }
    }

    private static String quoted(Block.Verdict verdict) {
        return "> **" + MarkdownText.inline(verdict.count()) + "** " + MarkdownText.inline(verdict.text())
                + (verdict.loss().isEmpty() ? "" : "\n>\n> " + MarkdownText.start(verdict.loss()));
    }

    private void chart(Block.Illustration illustration) {
        String words = illustration.picture().text();
        if (words.startsWith("Chart: ")) {
            out.append("- ").append(MarkdownText.inline(words.substring("Chart: ".length()))).append("\n\n");
        }
    }

    private void table(Block.Table table) {
        List<Cell> first = table.rows().isEmpty() ? List.of() : table.rows().getFirst();
        row(table.heads(), first);
        out.append('|');
        first.stream().filter(MarkdownForm::shown)
                .forEach(cell -> out.append(cell.style() == Cell.Style.NUMBER ? " ---: |" : " --- |"));
        out.append('\n');
        for (List<Cell> cells : table.rows()) {
            row(cells.stream().map(cell -> cell.below().isEmpty() ? cell.text() : cell.text() + ", " + cell.below())
                    .toList(), cells);
        }
        out.append('\n');
    }

    private void row(List<String> texts, List<Cell> cells) {
        out.append('|');
        for (int i = 0; i < texts.size(); i++) {
            if (i >= cells.size() || shown(cells.get(i))) {
                out.append(' ').append(MarkdownText.inline(texts.get(i))).append(" |");
            }
        }
        out.append('\n');
    }

    private static boolean shown(Cell cell) {
        return cell.style() != Cell.Style.PAGE;
    }

    private void values(Block.Values values) {
        if (values.rows().isEmpty()) {
            paragraph("None.");
            return;
        }
        values.rows().forEach(value -> out.append("- ").append(MarkdownText.inline(value.label())).append(": **")
                .append(MarkdownText.inline(value.value())).append("**\n"));
        out.append('\n');
    }

    private void finding(Block.OfFinding block) {
        ReportedFinding reported = block.finding();
        paragraph("### " + MarkdownText.inline(reported.title()) + " (" + reported.finding().severity().label() + ", "
                + reported.finding().confidence().label()
                + (reported.news().isEmpty() ? "" : ", " + MarkdownText.inline(reported.news())) + ")");
        blocks(block.blocks());
    }

    private void stack(Block.Stack stack) {
        List<Block.FrameLine> frames = stack.frames();
        if (frames.isEmpty()) {
            paragraph(MarkdownText.start(stack.title()) + ": the trace has no stack here.");
            return;
        }
        String top = frames.get(Math.min(stack.from(), frames.size() - 1)).text();
        paragraph("<details><summary>" + MarkdownText.element(stack.title()) + " <code>" + MarkdownText.element(top)
                + "</code>" + (stack.note().isEmpty() ? "" : " (" + MarkdownText.element(stack.note()) + ")")
                + "</summary>");
        String lines = frames.stream().map(frame -> MarkdownText.code(frame.text())).collect(Collectors.joining("\n"));
        String fence = MarkdownText.fence(lines);
        paragraph(fence + "text\n" + lines + "\n" + fence);
        paragraph("</details>");
    }

    private void paragraph(String text) {
        if (!text.isEmpty()) {
            out.append(text).append("\n\n");
        }
    }
}
