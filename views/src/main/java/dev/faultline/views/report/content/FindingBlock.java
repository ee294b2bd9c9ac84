package dev.faultline.views.report.content;

import dev.faultline.model.owner.Owners;
import dev.faultline.model.rules.Evidence;
import dev.faultline.model.rules.Figure;
import dev.faultline.model.rules.Finding;
import dev.faultline.model.words.Figures;
import dev.faultline.model.words.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One finding: summary, picture of its evidence, stacks, figures, advice and why.
final class FindingBlock {
    /// Findings that are told at length.
    static final int AT_LENGTH = 100;
    private static final int NAMED = 24;

    private final Subject subject;
    private final EvidencePictures pictures;
    private final StackBlocks stacks;

    FindingBlock(Subject subject, EvidencePictures pictures) {
        this.subject = subject;
        this.pictures = pictures;
        Owners owners = subject.model().owners();
        stacks = new StackBlocks(owners);
    }

    Block.OfFinding of(ReportedFinding reported) {
        Finding finding = reported.finding();
        boolean brief = reported.number() > AT_LENGTH;
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Paragraph.of(Block.Tone.SUMMARY, finding.summary()));
        if (!brief && subject.has(ReportPart.EVIDENCE)) {
            blocks.addAll(pictures.of(finding));
        }
        concerned(blocks, finding.evidence());
        if (subject.has(ReportPart.STACKS)) {
            blocks.addAll(stacks.of(reported, brief));
        }
        if (!brief) {
            blocks.add(new Block.Pair(titled("Figures", List.of(new Block.Values(figures(finding)))),
                    titled("Advice", paragraphs(finding.advice()))));
            blocks.addAll(titled("Why it matters", paragraphs(finding.why())));
            consequences(blocks, reported);
            blocks.addAll(Thresholds.decisive(finding, subject.settings()));
        }
        return new Block.OfFinding(reported, brief, blocks);
    }

    private static List<Block> titled(String title, List<Block> blocks) {
        List<Block> all = new ArrayList<>();
        all.add(new Block.Heading(title, ""));
        all.addAll(blocks);
        return all;
    }

    private static List<Block> paragraphs(String text) {
        return Stream.of(text.split("\n+")).<Block>map(Block.Paragraph::of).toList();
    }

    private static List<Block.Value> figures(Finding finding) {
        List<Block.Value> rows = new ArrayList<>();
        for (Figure figure : finding.figures()) {
            rows.add(new Block.Value(figure.label(), Figures.value(figure.name(), figure.value())));
        }
        if (finding.costNs() > 0) {
            rows.add(new Block.Value("goroutine time lost", Figures.value("cost_ns", finding.costNs())));
        }
        return rows;
    }

    private static void consequences(List<Block> blocks, ReportedFinding reported) {
        if (!reported.consequences().isEmpty()) {
            blocks.add(new Block.Heading("What follows from it", ""));
            reported.consequences().forEach(
                    finding -> blocks.add(Block.Paragraph.of(finding.id() + ": " + finding.summary())));
        }
    }

    /// The goroutines and tasks by their numbers, so that they can be looked up in the window.
    private static void concerned(List<Block> blocks, Evidence evidence) {
        String who = Stream.of(named("Goroutine", evidence.goroutines()), named("Task", evidence.tasks()))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
        if (!who.isEmpty()) {
            blocks.add(Block.Paragraph.of(Block.Tone.DIM, who));
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
