package dev.faultline.views.report.content;

import dev.faultline.model.words.Completeness;
import dev.faultline.model.words.Units;
import dev.faultline.trace.format.Loss;
import dev.faultline.trace.format.ReadReport;
import dev.faultline.views.chart.NamedChart;
import java.util.ArrayList;
import java.util.List;

/// The appendix: what could not be read, all groups, the other charts, what is not reported, all thresholds.
final class Appendix {
    private static final int GROUPS = 200;
    private static final int NOTICES = 60;

    private Appendix() {
    }

    /// @param others groups that no other section shows
    static Block.Section of(Subject subject, Anchors anchors, List<GroupTimes> others, List<NamedChart> charts) {
        List<Block> parts = new ArrayList<>();
        parts.add(part("What was read", anchors.of("reading"), reading(subject.trace().report())));
        if (!others.isEmpty()) {
            parts.add(part("More goroutine groups", anchors.of("groups"),
                    GroupsTable.of(subject.model(), others, GROUPS)));
        }
        List<Block> more = Overview.more(charts);
        if (!more.isEmpty()) {
            parts.add(part("More charts", anchors.of("more-charts"), more));
        }
        parts.addAll(NotReported.parts(subject.judgement(), anchors));
        parts.add(new Block.Section("Thresholds", anchors.of("thresholds"), Block.Kind.PAGE,
                Thresholds.all(subject.settings())));
        return new Block.Section("Appendix", anchors.of("appendix"), Block.Kind.APPENDIX, parts);
    }

    static Block.Section part(String title, String anchor, List<Block> blocks) {
        return new Block.Section(title, anchor, Block.Kind.PART, blocks);
    }

    private static List<Block> reading(ReadReport report) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Paragraph.of(Completeness.sentence(report)));
        if (report.forced() > 0) {
            blocks.add(Block.Paragraph.of("The order of " + Units.count(report.forced(), "event") + " is a guess."));
        }
        if (report.skipped() > 0) {
            blocks.add(Block.Paragraph.of(Units.count(report.skipped(), "event") + " could not be used."));
        }
        List<String> notes = Completeness.notes(report);
        for (String notice : notes.subList(0, Math.min(NOTICES, notes.size()))) {
            blocks.add(Block.Paragraph.of(Words.sentence(notice)));
        }
        more(blocks, notes.size() - NOTICES, "more notice");
        if (!report.losses().isEmpty()) {
            blocks.add(losses(report.losses()));
            more(blocks, report.losses().size() - NOTICES, "more loss");
        }
        return blocks;
    }

    private static Block losses(List<Loss> losses) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Loss loss : losses.subList(0, Math.min(NOTICES, losses.size()))) {
            boolean known = loss.toNs() > loss.fromNs();
            rows.add(List.of(Cell.text(loss.place().toString()),
                    Cell.number(Units.bytes(loss.bytes()), loss.bytes()),
                    Cell.number(known ? Units.duration(loss.fromNs()) : "–", loss.fromNs()),
                    Cell.number(known ? Units.duration(loss.toNs()) : "–", loss.toNs()), Cell.text(loss.cause())));
        }
        return new Block.Table("losses", List.of("Where", "Lost", "Missing from", "to", "Cause"), rows);
    }

    private static void more(List<Block> blocks, long n, String noun) {
        if (n > 0) {
            blocks.add(Block.Paragraph.of(Block.Tone.DIM, "and " + Units.count(n, noun)));
        }
    }
}
