package dev.faultline.views.report.content;

import dev.faultline.model.judge.TestRuns;
import dev.faultline.model.rules.Finding;
import dev.faultline.views.chart.ChartData;
import dev.faultline.views.chart.NamedChart;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Makes chapters of traces.
public final class Chapters {
    private static final int GROUPS = 12;

    private final Subject subject;
    private final Anchors anchors;
    private final List<ReportedFinding> findings;

    private Chapters(Subject subject, Anchors anchors) {
        this.subject = subject;
        this.anchors = anchors;
        findings = findings();
    }

    /// What a report says of a trace. The trace may be closed afterwards.
    ///
    /// @param number of the chapter, counted from 1; 0 when it is the only one
    public static Chapter of(Subject subject, int number) {
        return new Chapters(subject, Anchors.ofChapter(number)).chapter();
    }

    private Chapter chapter() {
        CompletableFuture<List<NamedChart>> charts = CompletableFuture.supplyAsync(this::charts);
        List<GroupTimes> groups = subject.has(ReportPart.GROUPS) ? GroupTimes.of(subject.model()) : List.of();
        List<Block> told = told();
        List<Block.Section> sections = new ArrayList<>();
        List<NamedChart> drawn = charts.join();
        if (!drawn.isEmpty()) {
            sections.add(main("The run at a glance", anchors.of("glance"), Overview.first(drawn)));
        }
        if (!findings.isEmpty()) {
            sections.add(main("Findings", anchors.findings(), list()));
            sections.add(main("Findings in detail", anchors.of("details"), told));
        }
        if (subject.has(ReportPart.GROUPS)) {
            sections.add(new Block.Section("Where goroutines spent their time", anchors.of("times"), Block.Kind.KEPT,
                    times(groups)));
        }
        if (subject.has(ReportPart.NOTES) && !subject.notes().isEmpty()) {
            sections.add(main("Notes", anchors.of("notes"), notes()));
        }
        List<Block> changed = Thresholds.changed(subject.settings());
        if (!changed.isEmpty()) {
            sections.add(main("Changed thresholds", anchors.of("changed"), changed));
        }
        if (subject.has(ReportPart.APPENDIX)) {
            sections.add(Appendix.of(subject, anchors, groups.subList(shown(groups), groups.size()), drawn));
        }
        return new Chapter(subject.name(), anchors.start(), findings, TestRuns.all(subject.facts()),
                head(sections), sections);
    }

    private List<Block> head(List<Block.Section> sections) {
        List<Block> head = new ArrayList<>();
        head.add(TitleBlock.of(subject));
        head.add(Verdict.of(subject));
        if (findings.isEmpty()) {
            NotReported.hint(subject, anchors).ifPresent(head::add);
        }
        head.add(new Block.Contents(
                sections.stream().map(section -> new Inline.Link(section.title(), section.anchor())).toList()));
        return head;
    }

    private List<ReportedFinding> findings() {
        List<ReportedFinding> all = new ArrayList<>();
        for (Finding finding : subject.findings()) {
            int number = all.size() + 1;
            all.add(new ReportedFinding(number, anchors.finding(number), finding,
                    subject.news().getOrDefault(finding, ""), TestRuns.of(subject.facts(), finding).toList(),
                    subject.judgement().consequences(finding)));
        }
        return all;
    }

    private List<NamedChart> charts() {
        return subject.has(ReportPart.CHARTS) ? Overview.charts(ChartData.of(subject.facts())) : List.of();
    }

    private List<Block> list() {
        List<Block> blocks = new ArrayList<>(FindingsTable.of(findings));
        NotReported.hint(subject, anchors).ifPresent(blocks::add);
        return blocks;
    }

    private List<Block> told() {
        FindingBlock block = new FindingBlock(subject, new EvidencePictures(subject.facts()));
        return findings.stream().<Block>map(block::of).toList();
    }

    private List<Block> times(List<GroupTimes> groups) {
        List<GroupTimes> own = groups.subList(0, shown(groups));
        List<Block> blocks = new ArrayList<>();
        if (!own.isEmpty()) {
            blocks.add(new Block.Illustration(StateBar.legend(own), ""));
        }
        blocks.addAll(GroupsTable.of(subject.model(), own, own.size()));
        blocks.add(Block.Paragraph.of(Block.Tone.DIM, "Goroutines started by the same go statement form a group."
                + (subject.has(ReportPart.APPENDIX)
                        ? " More groups, and those of the runtime, are in the appendix."
                        : "")));
        return blocks;
    }

    /// How many groups the section on them shows: the first ones, which are the program's own.
    private static int shown(List<GroupTimes> groups) {
        return (int) groups.stream().limit(GROUPS).takeWhile(g -> !g.group().system()).count();
    }

    private List<Block> notes() {
        List<Block> blocks = new ArrayList<>();
        for (ReportNote note : subject.notes()) {
            blocks.add(new Block.Heading(note.place(), note.time()));
            note.text().lines().filter(line -> !line.isBlank())
                    .forEach(line -> blocks.add(Block.Paragraph.of(line)));
        }
        return blocks;
    }

    private static Block.Section main(String title, String anchor, List<Block> blocks) {
        return new Block.Section(title, anchor, Block.Kind.MAIN, blocks);
    }
}
