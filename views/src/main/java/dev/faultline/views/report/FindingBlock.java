package dev.faultline.views.report;

import dev.faultline.model.owner.Owners;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Figure;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.Figures;
import dev.faultline.model.words.Lists;
import dev.faultline.model.words.Units;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One finding: summary, picture of its evidence, stacks, figures, advice and why.
final class FindingBlock {
    /// Findings with a block of their own.
    static final int MOST = 100;
    private static final int STACKS = 3;
    private static final int FIGURES = 14;
    private static final int NAMED = 24;

    private FindingBlock() {
    }

    /// Name of the place of the finding at this index.
    static String anchor(int index) {
        return "finding-" + (index + 1);
    }

    static void add(ReportDocument page, Contents contents, EvidencePictures pictures, int index) {
        Finding finding = contents.findings().get(index);
        Html block = page.body().add("div", "finding").with("id", anchor(index));
        Html first = block.add("div", "keep");
        Html head = first.add("div", "head");
        Html pills = head.add("div", "pills");
        pills.add("span", "pill " + finding.severity().label()).text(finding.severity().label());
        pills.text(" ");
        pills.add("span", "pill").text(finding.confidence().label());
        head.add("h2").text((index + 1) + " " + finding.id());
        first.add("p", "summary").text(finding.summary());
        pictures.add(page, first, finding);
        concerned(first, finding.evidence());
        stacks(block, finding.evidence().stacks(), contents.model().owners());
        Html columns = block.add("table", "pair keep").add("tbody").add("tr");
        figures(columns.add("td", "left"), finding);
        paragraph(columns.add("td", "right"), "Advice", finding.advice());
        Html why = block.add("div", "keep");
        paragraph(why, "Why it matters", finding.why());
        Thresholds.addUsed(why, contents, finding.id());
    }

    private static void paragraph(Html parent, String title, String text) {
        ReportDocument.heading(parent, title, "");
        for (String paragraph : text.split("\n+")) {
            parent.add("p").text(paragraph);
        }
    }

    private static void stacks(Html block, List<Evidence.StackCount> stacks, Owners owners) {
        for (Evidence.StackCount stack : stacks.subList(0, Math.min(STACKS, stacks.size()))) {
            StackText.add(block, stack, owners);
        }
        if (stacks.size() > STACKS) {
            block.add("p", "more").text("and " + Units.count(stacks.size() - STACKS, "more stack"));
        }
    }

    private static void figures(Html cell, Finding finding) {
        ReportDocument.heading(cell, "Figures", "");
        List<Figure> figures = finding.figures();
        if (figures.isEmpty() && !(finding.costNs() > 0)) {
            cell.add("p", "dim").text("None.");
            return;
        }
        Html rows = cell.add("table", "figures").add("tbody");
        for (Figure figure : figures.subList(0, Math.min(FIGURES, figures.size()))) {
            Html row = rows.add("tr");
            row.add("td").text(figure.label());
            row.add("td", "number").text(Figures.value(figure.name(), figure.value()));
        }
        if (finding.costNs() > 0) {
            Html row = rows.add("tr");
            row.add("td").text("goroutine time lost");
            row.add("td", "number").text(Figures.value("cost_ns", finding.costNs()));
        }
        if (figures.size() > FIGURES) {
            cell.add("p", "more").text("and " + Units.count(figures.size() - FIGURES, "more figure"));
        }
    }

    /// The goroutines and tasks by their numbers, so that they can be looked up in the window.
    private static void concerned(Html block, Evidence evidence) {
        String who = Stream.of(named("Goroutine", evidence.goroutines()), named("Task", evidence.tasks()))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
        if (!who.isEmpty()) {
            block.add("p", "concerned").text(who);
        }
    }

    private static String named(String noun, List<Long> ids) {
        if (ids.isEmpty()) {
            return "";
        }
        return noun + (ids.size() == 1 ? " " : "s ")
                + Lists.some(ids.stream().limit(NAMED).map(Long::toUnsignedString).toList(), ids.size());
    }
}
