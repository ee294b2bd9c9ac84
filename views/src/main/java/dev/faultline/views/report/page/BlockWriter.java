package dev.faultline.views.report.page;

import dev.faultline.model.rules.Severity;
import dev.faultline.views.report.content.Block;
import dev.faultline.views.report.content.Cell;
import dev.faultline.views.report.content.Inline;
import dev.faultline.views.report.content.Picture;
import dev.faultline.views.report.content.ReportedFinding;
import java.util.List;

/// Makes elements of blocks. What a page of paper and a page on a screen do differently is left to its two kinds.
abstract class BlockWriter {
    /// The element of small headings here.
    private String small = "h3";

    /// Puts a picture at the end of an element.
    abstract void picture(Html parent, Picture picture);

    /// Puts a stack at the end of an element.
    abstract void stack(Html parent, Block.Stack stack);

    /// Fills a cell with the page of its anchor.
    abstract void page(Html cell, Cell page);

    /// Whether tables have columns of pages.
    abstract boolean hasPages();

    /// Adds blocks whose small headings are of this level.
    private void within(String level, Html parent, List<Block> blocks) {
        String before = small;
        small = level;
        blocks(parent, blocks);
        small = before;
    }

    final void blocks(Html parent, List<Block> blocks) {
        blocks.forEach(block -> block(parent, block));
    }

    private void block(Html parent, Block block) {
        switch (block) {
            case Block.Section section -> section(parent, section);
            case Block.Title title -> title(parent, title);
            case Block.Verdict verdict -> verdict(parent, verdict);
            case Block.Contents contents -> contents(parent, contents);
            case Block.Heading heading -> heading(parent, heading);
            case Block.Paragraph paragraph -> paragraph(parent, paragraph);
            case Block.Table table -> new TableWriter(this).write(parent, table);
            case Block.Values values -> values(parent, values);
            case Block.Pair pair -> pair(parent, pair);
            case Block.Illustration illustration -> {
                picture(parent, illustration.picture());
                if (!illustration.below().isEmpty()) {
                    parent.add("p", "dim").text(illustration.below());
                }
            }
            case Block.Stack stack -> stack(parent, stack);
            case Block.OfFinding finding -> finding(parent, finding);
        }
    }

    /// Adds a section; those of main kind begin where there is room for them.
    void section(Html parent, Block.Section section) {
        String kind = switch (section.kind()) {
            case MAIN -> "section";
            case KEPT -> "section keep";
            case APPENDIX -> "appendix";
            case PART -> "part";
            case PAGE -> "part sheet";
        };
        boolean part = section.kind() == Block.Kind.PART || section.kind() == Block.Kind.PAGE;
        Html box = parent.add("div", kind).with("id", section.anchor());
        box.add(part ? "h3" : "h2").text(section.title());
        within(part ? "h4" : "h3", box, section.blocks());
    }

    private static void title(Html parent, Block.Title title) {
        Html block = parent.add("div", "title");
        block.add("div", "overline").text(title.over());
        block.add("h1").text(title.name());
        // the words of a fact stay on one line
        block.add("div", "facts")
                .text(String.join(" · ", title.facts().stream().map(fact -> fact.replace(' ', '\u00a0')).toList()));
    }

    private static void verdict(Html parent, Block.Verdict verdict) {
        Severity worst = verdict.worst();
        Html box = parent.add("div", "verdict " + (worst == null ? "fine" : worst.label()));
        box.add("div", "count").text(verdict.count());
        box.add("div").text(verdict.text());
        if (!verdict.loss().isEmpty()) {
            box.add("div", "loss").text(verdict.loss());
        }
    }

    private void contents(Html parent, Block.Contents contents) {
        Html line = parent.add("div", "contents");
        for (Inline.Link entry : contents.entries()) {
            Html item = line.add("span", "entry");
            item.add("a").with("href", "#" + entry.anchor()).text(entry.text());
            if (hasPages()) {
                item.text(" ").add("a", "page").with("href", "#" + entry.anchor()).with("title",
                        "to " + entry.text());
            }
            line.text(" ");
        }
    }

    private void heading(Html parent, Block.Heading heading) {
        Html line = parent.add("div", "heading");
        if (!heading.note().isEmpty()) {
            line.add("span", "note").text(heading.note());
        }
        line.add(small).text(heading.text());
    }

    final void paragraph(Html parent, Block.Paragraph paragraph) {
        Html line = switch (paragraph.tone()) {
            case PLAIN -> parent.add("p");
            case SUMMARY -> parent.add("p", "summary");
            case DIM -> parent.add("p", "dim");
        };
        for (Inline piece : paragraph.pieces()) {
            switch (piece) {
                case Inline.Text text -> line.text(text.text());
                case Inline.Link link -> line.add("a").with("href", "#" + link.anchor()).text(link.text());
            }
        }
    }

    private static void values(Html parent, Block.Values values) {
        if (values.rows().isEmpty()) {
            parent.add("p", "dim").text("None.");
            return;
        }
        Html rows = parent.add("table", "figures").add("tbody");
        for (Block.Value value : values.rows()) {
            Html row = rows.add("tr");
            row.add("td").text(value.label());
            row.add("td", "number").text(value.value());
        }
    }

    /// Two columns.
    abstract void pair(Html parent, Block.Pair pair);

    /// Adds a finding; its head, its summary and its picture stay on one page.
    private void finding(Html parent, Block.OfFinding block) {
        ReportedFinding reported = block.finding();
        Html box = parent.add("div", block.brief() ? "finding brief" : "finding").with("id", reported.anchor());
        Html first = box.add("div", "keep");
        Html head = first.add("div", "head");
        if (block.brief()) {
            head.add("h3").text(reported.title());
        }
        Html pills = head.add("div", "pills");
        String severity = reported.finding().severity().label();
        pills.add("span", "pill " + severity).text(severity);
        pills.text(" ").add("span", "pill").text(reported.finding().confidence().label());
        if (!reported.news().isEmpty()) {
            pills.text(" ").add("span", "pill").text(reported.news());
        }
        if (!block.brief()) {
            head.add("h3").text(reported.title());
        }
        List<Block> blocks = block.blocks();
        int picture = 0;
        while (picture < blocks.size() && !(blocks.get(picture) instanceof Block.Illustration)) {
            picture++;
        }
        int kept = picture < blocks.size() ? picture + 1 : Math.min(1, blocks.size());
        within("h4", first, blocks.subList(0, kept));
        within("h4", box, blocks.subList(kept, blocks.size()));
    }
}
